package dev.verdict.server.door.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.identity.gate.IdentityGates;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The HTTP door lets through what is as large as a limit of requests says, and nothing larger. */
class RequestLimitsTest {

  static Stream<Limit> limits() {
    return Arrays.stream(Limit.values()).filter(limit -> limit.group().equals("request"));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void aLimitHoldsWhereItStands(Limit limit) {
    holds(limit, limit.standard(), Limits.STANDARD);
  }

  @ParameterizedTest
  @MethodSource("limits")
  void aLimitHoldsWhereItIsSet(Limit limit) {
    if (!limit.isFixed()) {
      holds(limit, 10, Limits.STANDARD.with(limit, 10));
      int raised = limit.standard() + 5;
      holds(limit, raised, Limits.STANDARD.with(limit, raised));
    }
  }

  private void holds(Limit limit, int value, Limits limits) {
    assertThat(isTaken(limit, value - 1, limits)).isTrue();
    assertThat(isTaken(limit, value, limits)).isTrue();
    assertThat(isTaken(limit, value + 1, limits)).isFalse();
  }

  private boolean isTaken(Limit limit, int size, Limits limits) {
    String body =
        switch (limit) {
          case NAME_LENGTH -> request(x(size), "1", "\"" + x(size) + "\":1");
          case ID_LENGTH -> request("page", x(size), "");
          case TEXT_LENGTH -> request("page", "1", "\"a\":\"" + x(size) + "\"");
          case VALUES ->
              request(
                  "page",
                  "1",
                  "\"a\":[" + String.join(",", Collections.nCopies(size - 1, "1")) + "]");
          case DEPTH -> request("page", "1", "\"a\":" + "[".repeat(size) + "]".repeat(size));
          case BATCH -> batch(size);
          case DECIMAL_DIGITS -> request("page", "1", "\"a\":" + "9".repeat(size));
          default -> throw new AssertionError("the HTTP door does not test " + limit);
        };
    var questions =
        new Questions(
            Door.HTTP,
            new FakeDecisionService(),
            IdentityGates.openDevelopment(),
            () -> Runnable::run,
            Clock.systemUTC(),
            limits,
            ServerConfiguration.DEFAULT_CALL_TIMEOUT);
    var evaluation =
        new BatchEvaluation(new SingleEvaluation(questions, limits), questions, limits);
    return CollectedAnswer.to(body, evaluation, limits).status() == 200;
  }

  private static String request(String type, String id, String properties) {
    return """
        {"subject":{"type":"user","id":"a"},"action":{"name":"read"},
         "resource":{"type":"%s","id":"%s","properties":{%s}}}"""
        .formatted(type, id, properties);
  }

  private static String batch(int size) {
    String items = String.join(",", Collections.nCopies(size, "{}"));
    String defaults = request("page", "1", "");
    return defaults.substring(0, defaults.length() - 1) + ",\"evaluations\":[" + items + "]}";
  }

  private static String x(int length) {
    return "x".repeat(length);
  }
}
