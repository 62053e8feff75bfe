package dev.verdict.server.door.question;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.decision.Door;
import dev.verdict.server.decision.Eventual;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.BearerCredential;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.refusal.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs what a door has read: admits each question, has the admitted ones decided, and hands the
 * answer back to be written. Every door ends here, so that a question means the same at each.
 *
 * <p>Never blocks. What it throws is a fault of the server. Safe for use by many threads at once.
 */
public final class Questions {

  private static final String NOT_ONE_TOKEN = "`authorization` must be one bearer token";

  private final Verification verification;
  private final DecisionService decisions;
  private final QuestionAdmission admission;
  private final Clock clock;
  private final Limits limits;

  /**
   * The questions of one door.
   *
   * @param clock read once for each call, for {@code context.now}
   * @param limits how large a request may be
   */
  public Questions(
      Door door, DecisionService decisions, IdentityGate gate, Clock clock, Limits limits) {
    this.verification = new Verification(gate);
    this.decisions = decisions;
    this.admission = new QuestionAdmission(door, gate, limits);
    this.clock = clock;
    this.limits = limits;
  }

  /**
   * Verifies the credential of a call, once for all that the call asks.
   *
   * @param authorization the values of all {@code authorization} headers or metadata
   */
  public Authentication authenticate(List<String> authorization) {
    return BearerCredential.read(authorization).accept(verification);
  }

  /** Answers one question. */
  public void ask(Asker asker, Question question, AnswerReceiver receiver) {
    admission.admit(
        asker, question, clock.instant(), new SingleRun(decisions, question.explain(), receiver));
  }

  /** Answers many, all by one snapshot and of one time. */
  public void askAll(Asker asker, Batch batch, BatchReceiver receiver) {
    int limit = limits.of(Limit.BATCH);
    int size = batch.items().size();
    if (size > limit) {
      receiver.refused(
          Refusal.invalid("`evaluations` has " + size + " items (limit " + limit + ")"));
      return;
    }
    var run = new BatchRun(batch);
    try {
      run.admitAll(admission, asker, clock.instant(), Batch.maxValues(limits));
    } catch (InvalidRequestException tooMuch) {
      receiver.refused(Refusal.of(tooMuch));
      return;
    }
    deliver(run.decide(decisions), receiver::answered, receiver);
  }

  /**
   * Hands over what is there, or comes later.
   *
   * <p>INVARIANT: the receiver hears of what goes wrong on another thread, else its caller would
   * wait for ever. On this thread faults are for whoever called.
   */
  static <T> void deliver(Eventual<T> answer, Consumer<T> receiver, RefusalReceiver otherwise) {
    if (answer.isDone()) {
      receiver.accept(answer.value());
      return;
    }
    answer
        .map(
            value -> {
              receiver.accept(value);
              return value;
            })
        .whenDone(delivered -> {}, otherwise::failed);
  }

  /** Has the gate verify what is a token at all. */
  private record Verification(IdentityGate gate)
      implements BearerCredential.Visitor<Authentication> {

    @Override
    public Authentication presented(Optional<String> token) {
      return gate.authenticate(token);
    }

    @Override
    public Authentication unusable() {
      return new Authentication.Rejected(NOT_ONE_TOKEN);
    }
  }
}
