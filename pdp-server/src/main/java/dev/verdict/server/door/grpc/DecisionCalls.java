package dev.verdict.server.door.grpc;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.limit.Limits;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.server.door.question.AnswerReceiver;
import dev.verdict.server.door.question.Asker;
import dev.verdict.server.door.question.Batch;
import dev.verdict.server.door.question.BatchAnswer;
import dev.verdict.server.door.question.BatchReceiver;
import dev.verdict.server.door.question.OtherReasons;
import dev.verdict.server.door.question.Question;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.door.question.ShownExplanation;
import dev.verdict.server.refusal.Refusal;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;

/** The methods of {@code verdict.v1.DecisionService}. */
final class DecisionCalls implements BindableService {

  private final Questions questions;
  private final MessageDecoder<Question> single;
  private final MessageDecoder<Batch> batches;
  private final AnswerEncoder answers = new AnswerEncoder();

  DecisionCalls(Questions questions, Limits limits) {
    this.questions = questions;
    single = RequestDecoder.of(limits, /* nesting= */ 0);
    batches = BatchDecoder.of(limits);
  }

  @Override
  public ServerServiceDefinition bindService() {
    var evaluate =
        UnaryMethod.of(DecisionServiceGrpc.getEvaluateMethod(), questions, single, this::evaluate);
    var batch =
        UnaryMethod.of(
            DecisionServiceGrpc.getEvaluateBatchMethod(), questions, batches, this::evaluateBatch);
    ServiceDescriptor contract = DecisionServiceGrpc.getServiceDescriptor();
    ServiceDescriptor service =
        ServiceDescriptor.newBuilder(contract.getName())
            .setSchemaDescriptor(contract.getSchemaDescriptor())
            .addMethod(evaluate.getMethodDescriptor())
            .addMethod(batch.getMethodDescriptor())
            .build();
    return ServerServiceDefinition.builder(service).addMethod(evaluate).addMethod(batch).build();
  }

  private void evaluate(Asker asker, Question question, Reply reply) {
    questions.ask(asker, question, new Single(answers, reply));
  }

  private void evaluateBatch(Asker asker, Batch batch, Reply reply) {
    questions.askAll(asker, batch, new Many(answers, reply));
  }

  /** Writes the answer to one question. */
  private record Single(AnswerEncoder answers, Reply reply) implements AnswerReceiver {

    @Override
    public void decided(Decision decision) {
      reply.message(answers.encode(decision));
    }

    @Override
    public void detailed(Decision decision) {
      reply.message(answers.encode(decision, new OtherReasons()));
    }

    @Override
    public void explained(ShownExplanation explanation) {
      reply.message(answers.encode(explanation));
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
  private record Many(AnswerEncoder answers, Reply reply) implements BatchReceiver {

    @Override
    public void answered(BatchAnswer answer) {
      reply.message(answers.encode(answer));
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
}
