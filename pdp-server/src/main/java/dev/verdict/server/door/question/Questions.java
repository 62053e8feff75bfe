package dev.verdict.server.door.question;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.decision.Door;
import dev.verdict.server.eventual.CurrentLoop;
import dev.verdict.server.eventual.Deadline;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.BearerCredential;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.refusal.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs what a door has read: admits each question, has the admitted ones decided, and hands the
 * answer back to be written. Every door ends here, so that a question means the same at each.
 *
 * <p>Never blocks. What it throws is a fault of the server. Safe for use by many threads at once.
 */
public final class Questions {

  private static final String NOT_ONE_TOKEN = "`authorization` must be one bearer token";

  /** What keeps a token from being verified in time is that others are verified. */
  private static final Authentication LATE =
      new Authentication.Overloaded("the bearer token could not be verified in time; try again");

  private final Verification verification;
  private final IdentityGate gate;
  private final DecisionService decisions;
  private final QuestionAdmission admission;
  private final CallTime time;
  private final Clock clock;
  private final Limits limits;

  /**
   * The questions of one door.
   *
   * @param loop where a call goes on that had to wait
   * @param clock read once for each call, for {@code context.now}
   * @param limits how large a request may be
   * @param callTimeout how long a call may take, once all of it is there
   */
  public Questions(
      Door door,
      DecisionService decisions,
      IdentityGate gate,
      CurrentLoop loop,
      Clock clock,
      Limits limits,
      Duration callTimeout) {
    this.verification = new Verification(gate);
    this.gate = gate;
    this.time = new CallTime(loop, callTimeout);
    this.decisions = decisions;
    this.admission = new QuestionAdmission(door, gate, limits);
    this.clock = clock;
    this.limits = limits;
  }

  /**
   * Verifies the credential of a call, once for all that the call asks. What does not come at once
   * comes on the event loop that runs now, and within the time that a call may take.
   *
   * @param authorization the values of all {@code authorization} headers or metadata
   */
  public Eventual<Authentication> authenticate(List<String> authorization) {
    Eventual<Authentication> known = BearerCredential.read(authorization).accept(verification);
    return known.isDone() ? known : time.begin(() -> false).keep(known, LATE);
  }

  /** Answers one question. */
  public void ask(Asker asker, Question question, AnswerReceiver receiver) {
    try {
      admission.check(asker, question);
    } catch (InvalidRequestException invalid) {
      receiver.refused(Refusal.of(invalid));
      return;
    }
    Instant now = clock.instant();
    var run = new SingleRun(decisions, time, asker, question, receiver);
    String token = question.subjectToken();
    if (token == null) {
      admission.admit(asker, question, now, run);
      return;
    }
    run.inTime(gate.verify(token))
        .deliver(verified -> admission.admit(asker, question, verified, now, run), run::failed);
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
    Deadline deadline = time.begin(asker.gone());
    new BatchRun(
            batch,
            asker,
            clock.instant(),
            admission,
            new SubjectTokens(gate, deadline),
            decisions,
            deadline,
            time.turns(deadline),
            Batch.maxValues(limits),
            receiver)
        .run();
  }

  /** Has the gate verify what is a token at all. */
  private record Verification(IdentityGate gate)
      implements BearerCredential.Visitor<Eventual<Authentication>> {

    @Override
    public Eventual<Authentication> presented(Optional<String> token) {
      return gate.authenticate(token);
    }

    @Override
    public Eventual<Authentication> unusable() {
      return Eventual.of(new Authentication.Rejected(NOT_ONE_TOKEN));
    }
  }
}
