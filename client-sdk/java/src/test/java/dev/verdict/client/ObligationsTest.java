package dev.verdict.client;

import static dev.verdict.client.Answers.deny;
import static dev.verdict.client.Answers.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.verdict.client.PdpException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The caller must do an obligation or refuse. */
final class ObligationsTest {

  private static final AccessRequest QUESTION =
      AccessRequest.of(Subject.of("user", "alice"), "read", Resource.of("invoice", "1"));

  private final InProcessPdp process = new InProcessPdp();
  private final List<String> done = new ArrayList<>();

  @AfterEach
  void stop() {
    process.close();
  }

  @Test
  void aPermitWithAnUnknownObligationIsADenyThatSaysWhy() {
    process.pdp().answers(permit("audit"));
    PdpClient client = client(builder -> builder);

    Decision decision = client.evaluate(QUESTION);

    assertThat(decision.permitted()).isFalse();
    assertThat(decision.fields()).isEqualTo(Fields.NONE);
    assertThat(decision.reason().code()).isEqualTo("obligation_not_handled");
    assertThat(decision.reason().message()).contains("`audit`");
    assertThat(client.isAllowed(QUESTION)).isFalse();
    assertThat(client.isAllowedAsync(QUESTION).join()).isFalse();
  }

  @Test
  void aHandlerDoesTheObligationBeforeTheAnswer() {
    process.pdp().answers(permit("audit"));
    PdpClient client = client(builder -> builder.handles("audit", this::note));

    assertThat(client.isAllowed(QUESTION)).isTrue();
    assertThat(done).containsExactly("audit true");

    Decision decision = client.evaluate(QUESTION);
    assertThat(decision.permitted()).isTrue();
    assertThat(decision.obligations()).isEmpty();
    assertThat(done).hasSize(2);
  }

  @Test
  void nothingIsDoneWhereOneOfSeveralIsUnknown() {
    process.pdp().answers(permit("audit", "watermark"));
    PdpClient client = client(builder -> builder.handles("audit", this::note));

    assertThat(client.isAllowed(QUESTION)).isFalse();
    assertThat(done).isEmpty();
  }

  @Test
  void aHandlerThatThrowsTakesThePermitAway() {
    process.pdp().answers(permit("audit"));
    var fault = new IllegalStateException("disk full");

    PdpClient throwing = client(builder -> builder.handles("audit", failing(fault)));
    PdpClient denying =
        client(builder -> builder.handles("audit", failing(fault)).onFailure(FailureMode.DENY));

    assertThatExceptionOfType(PdpException.class)
        .isThrownBy(() -> throwing.isAllowed(QUESTION))
        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.OBLIGATION_FAILED))
        .withCause(fault);
    assertThat(denying.isAllowed(QUESTION)).isFalse();
    assertThat(denying.evaluate(QUESTION).reason().code()).isEqualTo("obligation_failed");
    assertThat(denying.isAllowedAsync(QUESTION).join()).isFalse();
  }

  @Test
  void whatIsHandedOverIsLeftForTheCallerOfEvaluateAndRefusedByIsAllowed() {
    process.pdp().answers(permit("watermark", "audit"));
    PdpClient client =
        client(builder -> builder.handsOver("watermark").handles("audit", this::note));

    Decision decision = client.evaluate(QUESTION);

    assertThat(decision.permitted()).isTrue();
    assertThat(decision.obligations()).extracting(Obligation::id).containsExactly("watermark");
    assertThat(client.isAllowed(QUESTION)).isFalse();
    assertThat(client.isAllowedAsync(QUESTION).join()).isFalse();
  }

  @Test
  void anObligationOfADenyIsDoneAndLeavesADeny() {
    process.pdp().answers(deny("audit", "unknown"));
    PdpClient client = client(builder -> builder.handles("audit", this::note));

    Decision decision = client.evaluate(QUESTION);

    assertThat(decision.permitted()).isFalse();
    assertThat(decision.reason().code()).isEqualTo("no_rule_matched");
    assertThat(done).containsExactly("audit false");
  }

  @Test
  void inAListOneFailedHandlerTakesOnePermitAway() {
    process.pdp().answersBatch(permit("audit"), permit(), permit("unknown"));
    PdpClient client =
        client(
            builder ->
                builder
                    .handles("audit", failing(new IllegalStateException()))
                    .onFailure(FailureMode.DENY));

    assertThat(client.evaluateAll(List.of(QUESTION, QUESTION, QUESTION)))
        .extracting(decision -> decision.reason().code())
        .containsExactly("obligation_failed", "permitted", "obligation_not_handled");
  }

  private void note(Obligation obligation, AccessRequest request, Decision decision) {
    assertThat(request).isSameAs(QUESTION);
    done.add(obligation.id() + " " + decision.permitted());
  }

  private static ObligationHandler failing(RuntimeException fault) {
    return (obligation, request, decision) -> {
      throw fault;
    };
  }

  private PdpClient client(UnaryOperator<PdpClientBuilder> settings) {
    return process.client(builder -> settings.apply(builder.deadline(Duration.ofMinutes(5))));
  }
}
