package dev.verdict.server.door.authzen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.limit.Limits;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.fuzz.ByteFuzzer;
import dev.verdict.server.identity.gate.IdentityGates;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the bytes of a body, it is answered. */
class JsonFuzzTest {

  private static final String REQUEST =
      """
      {"subject":{"type":"user","id":"alice","properties":{"tenant":"acme","roles":["a","b"]}},
       "action":{"name":"read","properties":{"soft":true}},
       "resource":{"type":"invoice","id":"1","properties":{"amount":12.5,"n":[1,{"a":null}]}},
       "context":{"channel":"kiosk","at":"2026-01-01T00:00:00Z"},
       "actor":{"type":"agent","id":"bot"}}""";

  private static final List<byte[]> BODIES =
      List.of(
          REQUEST.getBytes(UTF_8),
          ("{\"evaluations\":["
                  + REQUEST
                  + ",{}],\"options\":{"
                  + "\"evaluations_semantic\":\"deny_on_first_deny\"}}")
              .getBytes(UTF_8),
          (REQUEST.substring(0, REQUEST.length() - 1)
                  + ",\"evaluations\":[{\"resource\":{\"type\":\"a\",\"id\":\"2\"}},{}]}")
              .getBytes(UTF_8));

  private final Questions questions =
      new Questions(
          Door.HTTP,
          new FakeDecisionService(),
          IdentityGates.openDevelopment(),
          () -> Runnable::run,
          Clock.systemUTC(),
          Limits.STANDARD,
          ServerConfiguration.DEFAULT_CALL_TIMEOUT);
  private final Evaluation evaluation =
      new BatchEvaluation(
          new SingleEvaluation(questions, Limits.STANDARD), questions, Limits.STANDARD);

  @Test
  void everyBodyIsAnswered() throws InterruptedException, IOException {
    new ByteFuzzer("http", BODIES, this::answer).run();
  }

  private void answer(byte[] body) {
    assertThat(CollectedAnswer.to(body, evaluation, Limits.STANDARD).status()).isBetween(200, 499);
  }
}
