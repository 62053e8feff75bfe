package dev.verdict.client;

import static dev.verdict.client.Answers.deny;
import static dev.verdict.client.Answers.permit;
import static dev.verdict.client.Answers.permitExcept;
import static dev.verdict.client.Answers.permitOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.TextFormat;
import dev.verdict.client.PdpException.Kind;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.EvaluateResponse;
import io.grpc.Metadata;
import io.grpc.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PdpClientTest {

  private static final Subject ALICE = Subject.of("user", "alice");
  private static final Resource INVOICE = Resource.of("invoice", "1");
  private static final AccessRequest QUESTION = AccessRequest.of(ALICE, "read", INVOICE);
  private static final Duration FOREVER = Duration.ofMinutes(5);

  private final InProcessPdp process = new InProcessPdp();
  private final FakePdp pdp = process.pdp();
  private final PdpClient client = process.client(builder -> builder.deadline(FOREVER));
  private final PdpClient denying =
      process.client(builder -> builder.deadline(FOREVER).onFailure(FailureMode.DENY));

  @AfterEach
  void stop() {
    process.close();
  }

  @Test
  void aPermitIsAllowedAndADenyIsNot() {
    pdp.answers(permit());
    assertThat(client.isAllowed(ALICE, "read", INVOICE)).isTrue();
    assertThat(client.isAllowedAsync(QUESTION).join()).isTrue();

    pdp.answers(deny());
    assertThat(client.isAllowed(ALICE, "read", INVOICE)).isFalse();
    assertThat(client.isAllowedAsync(QUESTION).join()).isFalse();
  }

  @Test
  void theQuestionArrivesWhole() throws TextFormat.ParseException {
    pdp.answers(permit());
    var attributes = new java.util.LinkedHashMap<String, Object>();
    attributes.put("city", "Bonn");
    AccessRequest request =
        AccessRequest.of(
                Subject.of("user", "alice").with("tenant", "acme").with("roles", List.of("a", "b")),
                Action.of("delete").with("soft", true),
                Resource.of("invoice", "1")
                    .with("amount", new BigDecimal("12.50"))
                    .with("pages", 3)
                    .with("at", attributes))
            .withContext("ip", "10.0.0.1")
            .withActor(Actor.of("agent", "7").with("model", "m"));

    client.evaluate(request);

    assertThat(pdp.asked)
        .containsExactly(
            TextFormat.parse(
                """
                subject {
                  type: "user" id: "alice"
                  properties { name: "tenant" value { text: "acme" } }
                  properties {
                    name: "roles"
                    value { list { values { text: "a" } values { text: "b" } } }
                  }
                }
                action { name: "delete" properties { name: "soft" value { flag: true } } }
                resource {
                  type: "invoice" id: "1"
                  properties { name: "amount" value { decimal: "12.50" } }
                  properties { name: "pages" value { integer: 3 } }
                  properties {
                    name: "at"
                    value { record { attributes { name: "city" value { text: "Bonn" } } } }
                  }
                }
                context { name: "ip" value { text: "10.0.0.1" } }
                actor {
                  type: "agent" id: "7" properties { name: "model" value { text: "m" } }
                }
                """,
                EvaluateRequest.class));
  }

  @Test
  void aSubjectMayBeATokenOrTheCaller() {
    pdp.answers(permit());

    client.isAllowed(Subject.token("a.b.c"), "read", INVOICE);
    client.isAllowed(Subject.caller(), "read", INVOICE);

    assertThat(pdp.asked.get(0).getSubjectToken()).isEqualTo("a.b.c");
    assertThat(pdp.asked.get(1).getRequesterCase())
        .isEqualTo(EvaluateRequest.RequesterCase.REQUESTER_NOT_SET);
  }

  @Test
  void allReasonsArriveWhereTheyAreAskedFor() throws TextFormat.ParseException {
    pdp.answers(
        TextFormat.parse(
            """
            reason { code: "denied_by_rule" message: "not at night" }
            other_reasons {
              code: "denied_by_rule" message: "the last bill is open"
              rule { policy: "plan" rule: "unpaid" file: "plan.policy.yaml" line: 10 }
            }
            other_reasons_left_out: 3
            """,
            dev.verdict.proto.v1.Decision.class));

    Decision decision = client.evaluate(QUESTION.withDetails().withContext("a", 1));

    assertThat(pdp.asked.get(0).getDetails()).isTrue();
    assertThat(decision.otherReasons())
        .containsExactly(
            new Reason(
                "denied_by_rule",
                "the last bill is open",
                Optional.of(new RuleReference("plan", "unpaid", "plan.policy.yaml", 10))));
    assertThat(decision.otherReasonsLeftOut()).isEqualTo(3);
  }

  @Test
  void theDecisionArrivesWhole() throws TextFormat.ParseException {
    pdp.answers(
        TextFormat.parse(
            """
            decision: true
            reason {
              code: "permitted" message: "owners read"
              rule { policy: "invoice" rule: "owner-reads" file: "invoice.policy.yaml" line: 7 }
            }
            fields { only { names: "amount" } }
            advice {
              id: "notify"
              properties { name: "copies" value { integer: 2 } }
              properties { name: "share" value { decimal: "0.10" } }
              properties { name: "now" value { flag: true } }
              properties { name: "to" value { list { values { text: "a" } } } }
              properties {
                name: "at" value { record { attributes { name: "x" value { text: "y" } } } }
              }
            }
            revision: "abc"
            grants: "audit"
            """,
            dev.verdict.proto.v1.Decision.class));

    assertThat(client.evaluate(QUESTION.maskingFields()))
        .isEqualTo(
            new Decision(
                true,
                new Reason(
                    "permitted",
                    "owners read",
                    Optional.of(
                        new RuleReference("invoice", "owner-reads", "invoice.policy.yaml", 7))),
                List.of(),
                0,
                Fields.only(Set.of("amount")),
                List.of(),
                List.of(
                    new Obligation(
                        "notify",
                        Map.of(
                            "copies",
                            2L,
                            "share",
                            new BigDecimal("0.10"),
                            "now",
                            true,
                            "to",
                            List.of("a"),
                            "at",
                            Map.of("x", "y")))),
                "abc",
                List.of("audit")));
  }

  @Test
  void fieldsThatAreLeftOutAreNotCovered() {
    pdp.answers(permitExcept("iban"));

    Fields fields = client.evaluate(QUESTION.maskingFields()).fields();

    assertThat(fields.covers("iban")).isFalse();
    assertThat(fields.covers("amount")).isTrue();
  }

  @Test
  void aDenyCoversNothingWhateverTheAnswerSays() {
    pdp.answers(permit().toBuilder().setDecision(false).build());

    Decision decision = client.evaluate(QUESTION);

    assertThat(decision.permitted()).isFalse();
    assertThat(decision.fields()).isEqualTo(Fields.NONE);
  }

  @Test
  void aListIsAnsweredInOrder() {
    pdp.answersBatch(permit(), deny(), permitOnly("amount"));
    List<AccessRequest> requests = List.of(QUESTION, QUESTION, QUESTION.maskingFields());

    for (List<Decision> decisions :
        List.of(client.evaluateAll(requests), client.evaluateAllAsync(requests).join())) {
      assertThat(decisions).extracting(Decision::permitted).containsExactly(true, false, true);
      assertThat(decisions.get(2).fields()).isEqualTo(Fields.only(Set.of("amount")));
    }
  }

  @Test
  void anEmptyListIsNotAsked() {
    assertThat(client.evaluateAll(List.of())).isEmpty();
    assertThat(client.evaluateAllAsync(List.of()).join()).isEmpty();
    assertThat(pdp.asked).isEmpty();
  }

  @Test
  void anAnswerWithAnotherCountIsNoAnswer() {
    for (int count : new int[] {0, 1, 3}) {
      pdp.answersBatch(
          Collections.nCopies(count, permit()).toArray(dev.verdict.proto.v1.Decision[]::new));

      fails(Kind.INVALID_ANSWER, () -> client.evaluateAll(List.of(QUESTION, QUESTION)));
      assertThat(denying.evaluateAll(List.of(QUESTION, QUESTION)))
          .extracting(decision -> decision.permitted(), decision -> decision.reason().code())
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(false, "invalid_answer"),
              org.assertj.core.groups.Tuple.tuple(false, "invalid_answer"));
    }
  }

  @Test
  void anAnswerWithoutADecisionIsNoAnswer() {
    pdp.answers(EvaluateResponse.getDefaultInstance());

    fails(Kind.INVALID_ANSWER, () -> client.isAllowed(QUESTION));
    assertThat(denying.isAllowed(QUESTION)).isFalse();
  }

  @Test
  void aPermitThatCoversNothingIsNoAnswer() {
    for (var broken : List.of(permit().toBuilder().clearFields().build(), permitOnly())) {
      pdp.answers(broken);

      fails(Kind.INVALID_ANSWER, () -> client.isAllowed(QUESTION));
      assertThat(denying.isAllowed(QUESTION)).isFalse();
    }
  }

  @Test
  void anObligationThatCannotBeReadIsNoAnswer() throws TextFormat.ParseException {
    for (String properties :
        List.of(
            "properties { name: 'a' value {} }",
            "properties { name: 'a' value { decimal: 'x' } }",
            "properties { name: 'a' value { flag: true } }"
                + " properties { name: 'a' value { flag: false } }")) {
      pdp.answers(
          permit().toBuilder()
              .addObligations(
                  TextFormat.parse(
                      "id: 'audit' " + properties, dev.verdict.proto.v1.Obligation.class))
              .build());

      fails(Kind.INVALID_ANSWER, () -> client.evaluate(QUESTION));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Status.Code.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
  void noStatusIsEverAPermit(Status.Code code) {
    pdp.onEvaluate((request, observer) -> observer.onError(code.toStatus().asException()));
    pdp.onBatch((request, observer) -> observer.onError(code.toStatus().asException()));
    Kind kind = expected(code);

    fails(kind, () -> client.isAllowed(QUESTION));
    fails(kind, () -> client.evaluateAll(List.of(QUESTION)));
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> client.evaluateAsync(QUESTION).join())
        .withCauseInstanceOf(PdpException.class);
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> client.evaluateAllAsync(List.of(QUESTION)).join())
        .withCauseInstanceOf(PdpException.class);
    if (kind.becomesDeny()) {
      String reason = kind.name().toLowerCase(java.util.Locale.ROOT);
      assertThat(denying.isAllowed(QUESTION)).isFalse();
      assertThat(denying.isAllowedAsync(QUESTION).join()).isFalse();
      assertThat(denying.evaluate(QUESTION).reason().code()).isEqualTo(reason);
      assertThat(denying.evaluateAsync(QUESTION).join().reason().code()).isEqualTo(reason);
      assertThat(denying.evaluateAll(List.of(QUESTION)).get(0).reason().code()).isEqualTo(reason);
      assertThat(denying.evaluateAllAsync(List.of(QUESTION)).join().get(0).permitted()).isFalse();
    } else {
      fails(kind, () -> denying.isAllowed(QUESTION));
      fails(kind, () -> denying.evaluateAll(List.of(QUESTION)));
    }
  }

  private static Kind expected(Status.Code code) {
    return switch (code) {
      case UNAVAILABLE, CANCELLED, RESOURCE_EXHAUSTED -> Kind.PDP_UNAVAILABLE;
      case DEADLINE_EXCEEDED -> Kind.PDP_TOO_SLOW;
      case UNAUTHENTICATED -> Kind.UNAUTHENTICATED;
      case PERMISSION_DENIED -> Kind.FORBIDDEN;
      case INVALID_ARGUMENT -> Kind.INVALID_REQUEST;
      default -> Kind.PDP_FAULT;
    };
  }

  @Test
  void aFutureFailsWithTheExceptionItselfAndNotWithAWrapping() {
    pdp.onEvaluate((request, observer) -> observer.onError(Status.UNAVAILABLE.asException()));
    pdp.onBatch((request, observer) -> observer.onError(Status.UNAVAILABLE.asException()));

    assertThat(failureOf(client.isAllowedAsync(QUESTION))).isInstanceOf(PdpException.class);
    assertThat(failureOf(client.evaluateAsync(QUESTION))).isInstanceOf(PdpException.class);
    assertThat(failureOf(client.evaluateAllAsync(List.of(QUESTION))))
        .isInstanceOf(PdpException.class);
  }

  /** As the caller of whenComplete or handle sees it. */
  private static Throwable failureOf(CompletableFuture<?> future) {
    return future.handle((value, failure) -> failure).join();
  }

  @Test
  void whatTheServerSaysOfAnErrorIsPassedOn() {
    pdp.onEvaluate(
        (request, observer) ->
            observer.onError(
                Status.INVALID_ARGUMENT
                    .withDescription("`resource.properties[3].value` has no kind")
                    .asException()));

    assertThat(fails(Kind.INVALID_REQUEST, () -> client.evaluate(QUESTION)))
        .hasMessage("the PDP cannot take the request: `resource.properties[3].value` has no kind");
  }

  @Test
  void anAnswerThatDoesNotComeEndsAtTheDeadline() {
    pdp.onEvaluate((request, observer) -> {});
    PdpClient hasty = process.client(builder -> builder.deadline(Duration.ofMillis(20)));

    fails(Kind.PDP_TOO_SLOW, () -> hasty.isAllowed(QUESTION));
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> hasty.isAllowedAsync(QUESTION).join())
        .withCauseInstanceOf(PdpException.class);
  }

  @Test
  void anInterruptedCallerGetsNoPermitAndStaysInterrupted() {
    pdp.onEvaluate((request, observer) -> {});
    Thread.currentThread().interrupt();

    fails(Kind.PDP_UNAVAILABLE, () -> client.isAllowed(QUESTION));

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aRequestThatIsTooLargeIsNotSent() {
    AccessRequest large = QUESTION.withContext("text", "x".repeat(1 << 20));
    List<AccessRequest> many = Collections.nCopies(PdpClient.MAX_BATCH + 1, QUESTION);

    fails(Kind.INVALID_REQUEST, () -> client.evaluate(large));
    fails(Kind.INVALID_REQUEST, () -> denying.evaluate(large));
    fails(Kind.INVALID_REQUEST, () -> client.evaluateAll(many));
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> client.evaluateAsync(large).join())
        .withCauseInstanceOf(PdpException.class);
    assertThat(pdp.asked).isEmpty();
  }

  @Test
  void theClientsOwnTokenGoesWithEachCall() {
    pdp.answers(permit());
    var tokens = new ArrayList<>(List.of("t2", "t1"));
    PdpClient service =
        process.client(
            builder ->
                builder.deadline(FOREVER).bearerToken(() -> tokens.remove(tokens.size() - 1)));

    service.isAllowed(QUESTION);
    service.isAllowed(QUESTION);

    Metadata.Key<String> key = Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    assertThat(pdp.metadata)
        .extracting(metadata -> metadata.get(key))
        .containsExactly("Bearer t1", "Bearer t2");
  }

  @Test
  void withoutItsTokenNoCallIsMade() {
    pdp.answers(permit());
    for (String unusable : List.of("", "a b", "a\nb", "\u00e9")) {
      PdpClient service =
          process.client(builder -> builder.deadline(FOREVER).bearerToken(() -> unusable));
      fails(Kind.UNAUTHENTICATED, () -> service.isAllowed(QUESTION));
    }
    PdpClient broken =
        process.client(
            builder ->
                builder
                    .deadline(FOREVER)
                    .onFailure(FailureMode.DENY)
                    .bearerToken(
                        () -> {
                          throw new IllegalStateException("no token to be had");
                        }));
    fails(Kind.UNAUTHENTICATED, () -> broken.isAllowed(QUESTION));
    assertThat(pdp.asked).isEmpty();
  }

  @Test
  void aClientIsReadyWhenThePdpTakesItsCredential() {
    pdp.answersBatch();
    client.awaitReady(FOREVER);

    pdp.onBatch((request, observer) -> observer.onError(Status.UNAUTHENTICATED.asException()));
    fails(Kind.UNAUTHENTICATED, () -> client.awaitReady(FOREVER));
  }

  @Test
  void aClosedClientDecidesNothing() {
    pdp.answers(permit());
    client.close();

    fails(Kind.PDP_UNAVAILABLE, () -> client.isAllowed(QUESTION));
  }

  private static PdpException fails(Kind kind, ThrowingCallable call) {
    PdpException failure = assertThatExceptionOfType(PdpException.class).isThrownBy(call).actual();
    assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
    return failure;
  }
}
