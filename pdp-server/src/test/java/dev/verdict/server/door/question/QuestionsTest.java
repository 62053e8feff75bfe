package dev.verdict.server.door.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.Door;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.gate.IdentityGates;
import dev.verdict.server.rights.CallerRights;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Asker ASKER =
      new Asker(
          new Caller(Optional.empty(), Optional.empty(), CallerRights.ALL), Optional.of("call-7"));

  private final ReadsOnly decisions = new ReadsOnly();
  private final Heard heard = new Heard();
  private Limits limits = Limits.STANDARD;

  @Test
  void anAskSaysWhoAskedAtWhichDoorAndWhen() {
    questions().ask(ASKER, parts("read"), heard);

    Ask ask = decisions.asked.get(0);
    assertThat(ask.caller()).isEqualTo(ASKER.caller());
    assertThat(ask.door()).isEqualTo(Door.GRPC);
    assertThat(ask.requestId()).contains("call-7");
    assertThat(ask.request().now()).isEqualTo(NOW);
    assertThat(heard.heard).containsExactly("permitted");
  }

  @Test
  void whatIsMissingIsAnInvalidRequest() {
    questions().ask(ASKER, new Question(), heard);
    Question noAction = new Question();
    noAction.subject(new Entity("user", "alice"), 0);
    questions().ask(ASKER, noAction, heard);

    assertThat(heard.heard)
        .containsExactly(
            "INVALID_REQUEST `subject` is missing", "INVALID_REQUEST `action` is missing");
    assertThat(decisions.asked).isEmpty();
  }

  @Test
  void aTokenThatIsNotAcceptedIsUnauthenticated() {
    Question token = new Question();
    token.subjectToken("a.b.c");
    token.action(new Action("read"), 0);
    token.resource(new Entity("record", "1"), 0);

    questions().ask(ASKER, token, heard);

    assertThat(heard.heard.get(0)).startsWith("UNAUTHENTICATED ");
  }

  @Test
  void theValuesOfAllPartsAreBoundedTogether() {
    limits = Limits.STANDARD.with(Limit.VALUES, 10);
    Question parts = parts("read");
    parts.context(Attributes.NONE, 6);
    parts.resource(new Entity("record", "1"), 5);

    questions().ask(ASKER, parts, heard);

    assertThat(heard.heard)
        .containsExactly("INVALID_REQUEST the request holds more than 10 values");
  }

  @ParameterizedTest
  @CsvSource({
    "EXECUTE_ALL, read drop bad read, permitted no_rule_matched INVALID_REQUEST permitted, 3",
    "DENY_ON_FIRST_DENY, read drop bad read, permitted no_rule_matched, 2",
    "DENY_ON_FIRST_DENY, read bad drop read, permitted INVALID_REQUEST, 1",
    "DENY_ON_FIRST_DENY, bad read, INVALID_REQUEST, 0",
    "DENY_ON_FIRST_DENY, read read, permitted permitted, 2",
    "PERMIT_ON_FIRST_PERMIT, bad drop read bad, INVALID_REQUEST no_rule_matched permitted, 2",
    "PERMIT_ON_FIRST_PERMIT, bad drop, INVALID_REQUEST no_rule_matched, 1",
    "PERMIT_ON_FIRST_PERMIT, read bad, permitted, 1",
  })
  void aBatchGoesAsFarAsItsSemanticSays(
      BatchSemantic semantic, String items, String expected, int decided) {
    questions().askAll(ASKER, batch(semantic, items.split(" ")), heard);

    assertThat(String.join(" ", heard.words())).isEqualTo(expected);
    assertThat(decisions.asked).hasSize(decided);
  }

  @Test
  void whatComesAfterARefusedItemThatEndsTheBatchIsNotEvenRead() {
    Batch.Items items =
        new Batch.Items() {
          @Override
          public int size() {
            return 2;
          }

          @Override
          public Question read(int index) {
            assertThat(index).isZero();
            throw new InvalidRequestException("bad");
          }
        };

    questions()
        .askAll(ASKER, new Batch(items, new Question(), BatchSemantic.DENY_ON_FIRST_DENY), heard);

    assertThat(heard.heard).containsExactly("INVALID_REQUEST bad");
  }

  @Test
  void aLargeDefaultTimesManyItemsIsRefusedAsAWhole() {
    limits = Limits.STANDARD.with(Limit.VALUES, 10);
    Question defaults = parts("read");
    defaults.context(Attributes.NONE, 9);
    String[] many = "- ".repeat(12).split(" ");

    questions().askAll(ASKER, new Batch(named(many), defaults, BatchSemantic.EXECUTE_ALL), heard);

    assertThat(heard.heard)
        .containsExactly(
            "INVALID_REQUEST the items hold more than 100 values, each with its defaults");
  }

  @Test
  void aLateAnswerIsTheSame() throws Exception {
    var late =
        new Questions(
            Door.GRPC,
            new LateDecisionService(decisions),
            IdentityGates.openDevelopment(),
            () -> Runnable::run,
            Clock.systemUTC(),
            limits,
            ServerConfiguration.DEFAULT_CALL_TIMEOUT);

    late.ask(ASKER, parts("read"), heard);
    heard.await(1);
    late.ask(ASKER, parts("break"), heard);
    heard.await(2);
    late.askAll(ASKER, batch(BatchSemantic.DENY_ON_FIRST_DENY, "read", "drop", "read"), heard);
    heard.await(4);

    assertThat(heard.heard).containsExactly("permitted", "failed", "permitted", "no_rule_matched");
  }

  @Test
  void whatTheReceiverFailsAtOnAnotherThreadIsHeardToo() throws Exception {
    var asked = new CountDownLatch(1);
    var late =
        new Questions(
            Door.GRPC,
            new LateDecisionService(decisions, asked),
            IdentityGates.openDevelopment(),
            () -> Runnable::run,
            Clock.systemUTC(),
            limits,
            ServerConfiguration.DEFAULT_CALL_TIMEOUT);

    heard.breakAtDecision = true;
    late.ask(ASKER, parts("read"), heard);
    asked.countDown();
    heard.await(1);

    assertThat(heard.heard).containsExactly("failed");
  }

  private Questions questions() {
    return new Questions(
        Door.GRPC,
        decisions,
        IdentityGates.openDevelopment(),
        () -> Runnable::run,
        Clock.fixed(NOW, ZoneOffset.UTC),
        limits,
        ServerConfiguration.DEFAULT_CALL_TIMEOUT);
  }

  private static Question parts(String action) {
    var parts = new Question();
    parts.subject(new Entity("user", "alice"), 0);
    parts.action(new Action(action), 0);
    parts.resource(new Entity("record", "1"), 0);
    return parts;
  }

  private static Batch batch(BatchSemantic semantic, String... actions) {
    return new Batch(named(actions), parts("none"), semantic);
  }

  /** Items that have an action and nothing else; {@code bad} ones cannot be read. */
  private static Batch.Items named(String... actions) {
    return new Batch.Items() {
      @Override
      public int size() {
        return actions.length;
      }

      @Override
      public Question read(int index) {
        if (actions[index].equals("bad")) {
          throw new InvalidRequestException("bad");
        }
        var parts = new Question();
        parts.action(new Action(actions[index]), 0);
        return parts;
      }
    };
  }
}
