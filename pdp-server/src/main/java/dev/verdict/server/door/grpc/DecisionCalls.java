package dev.verdict.server.door.grpc;

import dev.verdict.policy.limit.Limits;
import dev.verdict.proto.v1.Decision;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateBatchResponse;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.EvaluateResponse;
import dev.verdict.server.door.question.AnswerReceiver;
import dev.verdict.server.door.question.Asker;
import dev.verdict.server.door.question.BatchAnswer;
import dev.verdict.server.door.question.BatchReceiver;
import dev.verdict.server.door.question.OtherReasons;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.door.question.ShownExplanation;
import dev.verdict.server.refusal.Refusal;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;

/** The methods of {@code verdict.v1.DecisionService}. */
final class DecisionCalls implements BindableService {

  private final Questions questions;
  private final Limits limits;

  DecisionCalls(Questions questions, Limits limits) {
    this.questions = questions;
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

  private void evaluate(EvaluateRequest message, Reply<EvaluateResponse> reply) {
    questions.ask(asker(), RequestDecoder.decode(message, limits), new Single(reply));
  }

  private void evaluateBatch(EvaluateBatchRequest message, Reply<EvaluateBatchResponse> reply) {
    questions.askAll(asker(), BatchDecoder.decode(message, limits), new Many(message, reply));
  }

  private static Asker asker() {
    return CallerInterceptor.ASKER.get();
  }

  /** Writes the answer to one question. */
  private record Single(Reply<EvaluateResponse> reply) implements AnswerReceiver {

    @Override
    public void decided(dev.verdict.policy.decision.Decision decision) {
      answer(DecisionEncoder.encode(decision));
    }

    @Override
    public void detailed(dev.verdict.policy.decision.Decision decision) {
      answer(DecisionEncoder.encode(decision, new OtherReasons()));
    }

    @Override
    public void explained(ShownExplanation explanation) {
      answer(DecisionEncoder.encode(explanation));
    }

    private void answer(Decision decision) {
      reply.message(EvaluateResponse.newBuilder().setDecision(decision).build());
    }

    @Override
    public void refused(Refusal refusal) {
      reply.refused(refusal);
    }

    @Override
    public void failed(Throwable fault) {
      reply.failed(fault);
    }
  }

  /** Writes the answer to a batch. */
  private record Many(EvaluateBatchRequest request, Reply<EvaluateBatchResponse> reply)
      implements BatchReceiver {

    @Override
    public void answered(BatchAnswer answer) {
      var response = EvaluateBatchResponse.newBuilder();
      answer.forEach(new Items(request, response));
      reply.message(response.build());
    }

    @Override
    public void refused(Refusal refusal) {
      reply.refused(refusal);
    }

    @Override
    public void failed(Throwable fault) {
      reply.failed(fault);
    }
  }

  /** Writes one item after the other. */
  private static final class Items implements BatchAnswer.Visitor {

    private final EvaluateBatchRequest request;
    private final EvaluateBatchResponse.Builder response;
    private final OtherReasons reasons = new OtherReasons();

    Items(EvaluateBatchRequest request, EvaluateBatchResponse.Builder response) {
      this.request = request;
      this.response = response;
    }

    @Override
    public void decided(dev.verdict.policy.decision.Decision decision) {
      response.addDecisions(
          wantsDetails(response.getDecisionsCount())
              ? DecisionEncoder.encode(decision, reasons)
              : DecisionEncoder.encode(decision));
    }

    private boolean wantsDetails(int item) {
      return request.getDefaults().getDetails() || request.getEvaluations(item).getDetails();
    }

    @Override
    public void refused(Refusal refusal) {
      response.addDecisions(DecisionEncoder.encode(refusal));
    }
  }
}
