package dev.verdict.server.door.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Entity;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.decision.Door;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Promise;
import dev.verdict.server.eventual.Turns;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Identification;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.SubjectClaim;
import dev.verdict.server.identity.SubjectToken;
import dev.verdict.server.identity.Vouchers;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.rights.CallerRights;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call waits as long as is configured, for each thing that it may have to wait for. */
@Timeout(60)
class CallTimeoutTest {

  private static final String EXPIRED = "DEADLINE_EXCEEDED " + Refusal.DEADLINE_EXCEEDED.message();
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofHours(1);
  private static final Caller CALLER =
      new Caller(Optional.empty(), Optional.empty(), CallerRights.ALL);

  private static final Decision DENIED =
      Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "no rule"), "r1");

  private final Late late = new Late();
  private final ReadsOnly atOnce = new ReadsOnly();
  private final Heard heard = new Heard();
  private final AtomicBoolean gone = new AtomicBoolean();
  private final Asker asker = new Asker(CALLER, Optional.empty(), gone::get);

  @Test
  void aDecisionAnExplanationAndABatchThatDoNotComeAreRefused() throws Exception {
    var questions = questions(late, SHORT);

    questions.ask(asker, named(), heard);
    Question explained = named();
    explained.explain(true);
    questions.ask(asker, explained, heard);
    questions.askAll(asker, batchOf(named(), named()), heard);
    heard.await(3);

    assertThat(heard.heard).containsExactly(EXPIRED, EXPIRED, EXPIRED);
    late.decision.complete(DENIED);
    assertThat(heard.heard).hasSize(3);
  }

  @Test
  void aSubjectTokenThatIsNotVerifiedInTimeIsRefusedAndNothingIsDecidedAfterwards()
      throws Exception {
    var questions = questions(atOnce, SHORT);

    questions.ask(asker, withToken(), heard);
    heard.await(1);
    late.token.complete(new SubjectToken.Accepted(new Entity("user", "a"), Optional.empty()));

    assertThat(heard.heard).containsExactly(EXPIRED);
    assertThat(atOnce.asked).isEmpty();
  }

  @Test
  void soIsABatchWithSuchAToken() throws Exception {
    questions(atOnce, SHORT).askAll(asker, batchOf(named(), withToken()), heard);
    heard.await(1);
    late.token.complete(new SubjectToken.Accepted(new Entity("user", "a"), Optional.empty()));

    assertThat(heard.heard).containsExactly(EXPIRED);
    assertThat(atOnce.asked).isEmpty();
  }

  @Test
  void nothingIsDecidedForACallerWhoHasGoneMeanwhile() throws Exception {
    var questions = questions(atOnce, LONG);

    questions.ask(asker, withToken(), heard);
    gone.set(true);
    late.token.complete(new SubjectToken.Accepted(new Entity("user", "a"), Optional.empty()));
    heard.await(1);

    assertThat(heard.heard).containsExactly(EXPIRED);
    assertThat(atOnce.asked).isEmpty();
  }

  @Test
  void aCredentialThatIsNotVerifiedInTimeIsRefusedAsOverload() throws Exception {
    var answered = new CountDownLatch(1);
    questions(atOnce, SHORT)
        .authenticate(List.of("Bearer a.b.c"))
        .deliver(
            authentication -> {
              assertThat(authentication).isInstanceOf(Authentication.Overloaded.class);
              answered.countDown();
            },
            fault -> {
              throw new AssertionError(fault);
            });

    answered.await();
  }

  @Test
  void whatComesInTimeIsTheAnswer() throws Exception {
    var questions = questions(late, LONG);

    questions.ask(asker, withToken(), heard);
    late.token.complete(new SubjectToken.Accepted(new Entity("user", "a"), Optional.empty()));
    late.decision.complete(DENIED);
    heard.await(1);

    assertThat(heard.heard).containsExactly("no_rule_matched");
  }

  private Questions questions(DecisionService decisions, Duration callTimeout) {
    return new Questions(
        Door.GRPC,
        decisions,
        late,
        () -> Runnable::run,
        Clock.systemUTC(),
        Limits.STANDARD,
        callTimeout);
  }

  private static Question named() {
    var question = parts();
    question.subject(new Entity("user", "alice"), 0);
    return question;
  }

  private static Question withToken() {
    var question = parts();
    question.subjectToken("a.b.c");
    return question;
  }

  private static Question parts() {
    var question = new Question();
    question.action(new Action("read"), 0);
    question.resource(new Entity("record", "1"), 0);
    return question;
  }

  private static Batch batchOf(Question... items) {
    return new Batch(
        new Batch.Items() {
          @Override
          public int size() {
            return items.length;
          }

          @Override
          public Question read(int index) {
            return items[index];
          }
        },
        new Question(),
        BatchSemantic.EXECUTE_ALL);
  }

  /** Owes everything that it is asked for. */
  private static final class Late implements DecisionService, IdentityGate {

    private final Promise<Decision> decision = new Promise<>();
    private final Promise<SubjectToken> token = new Promise<>();

    @Override
    public Eventual<Decision> decide(Ask ask) {
      return decision;
    }

    @Override
    public Eventual<List<Decision>> decideAll(List<Ask> asks, BatchSemantic semantic, Turns turns) {
      return new Promise<>();
    }

    @Override
    public Eventual<Explanation> explain(Ask ask) {
      return new Promise<>();
    }

    @Override
    public Eventual<Authentication> authenticate(Optional<String> bearerToken) {
      return new Promise<>();
    }

    @Override
    public Eventual<SubjectToken> verify(String text) {
      return token;
    }

    @Override
    public Identification identify(Caller caller, SubjectClaim claim, Optional<Entity> actor) {
      return new Identification.Identified(
          new Entity("user", "alice"), actor, Vouchers.CALLER_ALONE);
    }
  }
}
