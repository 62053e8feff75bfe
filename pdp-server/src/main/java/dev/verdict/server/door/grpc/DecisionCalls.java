package dev.verdict.server.door.grpc;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateBatchResponse;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.EvaluateResponse;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.door.grpc.Admission.Admitted;
import dev.verdict.server.door.grpc.Admission.Refused;
import dev.verdict.server.identity.IdentityGate;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The methods of {@code verdict.v1.DecisionService}. */
final class DecisionCalls implements BindableService {

  private final DecisionService decisions;
  private final IdentityGate gate;
  private final Clock clock;
  private final Limits limits;

  DecisionCalls(DecisionService decisions, IdentityGate gate, Clock clock, Limits limits) {
    this.decisions = decisions;
    this.gate = gate;
    this.clock = clock;
    this.limits = limits;
  }

  @Override
  public ServerServiceDefinition bindService() {
    var evaluate = UnaryMethod.of(DecisionServiceGrpc.getEvaluateMethod(), this::evaluate);
    var batch = UnaryMethod.of(DecisionServiceGrpc.getEvaluateBatchMethod(), this::evaluateBatch);
    ServiceDescriptor contract = DecisionServiceGrpc.getServiceDescriptor();
    ServiceDescriptor service =
        ServiceDescriptor.newBuilder(contract.getName())
            .setSchemaDescriptor(contract.getSchemaDescriptor())
            .addMethod(evaluate.getMethodDescriptor())
            .addMethod(batch.getMethodDescriptor())
            .build();
    return ServerServiceDefinition.builder(service).addMethod(evaluate).addMethod(batch).build();
  }

  private Reply<EvaluateResponse> evaluate(EvaluateRequest message) {
    Admission admission = admission().admit(message);
    if (admission instanceof Refused refused) {
      return new Reply.Refusal<>(refused.status());
    }
    Ask ask = ((Admitted) admission).ask();
    var decision =
        message.getExplain()
            ? DecisionEncoder.encode(decisions.explain(ask).value())
            : DecisionEncoder.encode(decisions.decide(ask).value());
    return new Reply.Answer<>(EvaluateResponse.newBuilder().setDecision(decision).build());
  }

  Reply<EvaluateBatchResponse> evaluateBatch(EvaluateBatchRequest message) {
    int limit = limits.of(Limit.BATCH);
    if (message.getEvaluationsCount() > limit) {
      return new Reply.Refusal<>(
          Status.INVALID_ARGUMENT.withDescription(
              "`evaluations` has "
                  + message.getEvaluationsCount()
                  + " items (limit "
                  + limit
                  + ")"));
    }
    RequestAdmission admission = admission();
    var admissions = new ArrayList<Admission>(message.getEvaluationsCount());
    for (EvaluateRequest item : message.getEvaluationsList()) {
      admissions.add(admission.admitToBatch(item));
    }
    return new Reply.Answer<>(answer(admissions));
  }

  private EvaluateBatchResponse answer(List<Admission> admissions) {
    var admitted = new ArrayList<Ask>(admissions.size());
    for (Admission admission : admissions) {
      if (admission instanceof Admitted item) {
        admitted.add(item.ask());
      }
    }
    Iterator<Decision> decided =
        decisions.decideAll(admitted, BatchSemantic.EXECUTE_ALL).value().iterator();
    var response = EvaluateBatchResponse.newBuilder();
    for (Admission admission : admissions) {
      Decision decision =
          admission instanceof Refused refused ? refused.decision() : decided.next();
      response.addDecisions(DecisionEncoder.encode(decision));
    }
    return response.build();
  }

  private RequestAdmission admission() {
    return new RequestAdmission(gate, CallerInterceptor.CALLER.get(), clock.instant(), limits);
  }
}
