package dev.verdict.client;

import static dev.verdict.client.Answers.permit;
import static dev.verdict.client.Answers.permitExcept;
import static dev.verdict.client.Answers.permitOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.proto.v1.FieldGrant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A permit for some properties only is none, unless the caller says what it does about them. */
final class FieldsTest {

  private static final Subject ALICE = Subject.of("user", "alice");
  private static final Resource INVOICE = Resource.of("invoice", "1");
  private static final AccessRequest READ = AccessRequest.of(ALICE, "read", INVOICE);

  private final InProcessPdp process = new InProcessPdp();
  private final PdpClient client = client(builder -> builder);

  @AfterEach
  void stop() {
    process.close();
  }

  @Test
  void isAllowedIsFalseForAPermitThatCoversSomeFieldsOnly() {
    for (var partial : List.of(permitOnly("amount"), permitExcept("iban"))) {
      process.pdp().answers(partial);

      for (AccessRequest request : List.of(READ, READ.maskingFields())) {
        assertThat(client.isAllowed(request)).isFalse();
        assertThat(client.isAllowedAsync(request).join()).isFalse();
      }
      assertThat(client.isAllowed(ALICE, "read", INVOICE)).isFalse();
    }
  }

  @Test
  void withoutThePromiseToMaskItIsADenyThatSaysWhy() {
    process.pdp().answers(permitExcept("iban"));

    for (Decision decision : List.of(client.evaluate(READ), client.evaluateAsync(READ).join())) {
      assertThat(decision.permitted()).isFalse();
      assertThat(decision.fields()).isEqualTo(Fields.NONE);
      assertThat(decision.reason().code()).isEqualTo("fields_not_handled");
      assertThat(decision.reason().message()).contains("maskingFields()").contains("changing(..)");
      assertThat(decision.revision()).isEqualTo("r1");
    }
  }

  @Test
  void withThePromiseTheFieldsAreHandedOut() {
    process.pdp().answers(permitExcept("iban"));

    for (Decision decision :
        List.of(
            client.evaluate(READ.maskingFields()),
            client.evaluateAsync(READ.maskingFields()).join())) {
      assertThat(decision.permitted()).isTrue();
      assertThat(decision.fields().covers("iban")).isFalse();
      assertThat(decision.fields().covers("amount")).isTrue();
    }
  }

  @Test
  void thePromiseOutlivesWhatIsAddedToTheRequest() {
    process.pdp().answers(permitExcept("iban"));
    AccessRequest request =
        READ.maskingFields().withContext("network", "office").withActor(Actor.of("agent", "7"));

    assertThat(client.evaluate(request).permitted()).isTrue();
  }

  @Test
  void inAListEachRequestPromisesForItself() {
    process
        .pdp()
        .answersBatch(permit(), permitExcept("iban"), permitExcept("iban"), permitOnly("iban"));
    List<AccessRequest> requests = List.of(READ, READ, READ.maskingFields(), changing("status"));

    for (List<Decision> decisions :
        List.of(client.evaluateAll(requests), client.evaluateAllAsync(requests).join())) {
      assertThat(decisions)
          .extracting(decision -> decision.reason().code())
          .containsExactly("permitted", "fields_not_handled", "permitted", "fields_not_granted");
    }
  }

  @Test
  void aWriteIsAllowedWhereAllThatItChangesIsCovered() {
    process.pdp().answers(permitExcept("iban"));

    assertThat(client.isAllowed(changing("status", "amount"))).isTrue();
    assertThat(client.isAllowed(changing("status", "iban"))).isFalse();
    assertThat(client.isAllowed(changing())).isFalse();
    assertThat(client.evaluate(changing("status", "iban")).reason().message())
        .isEqualTo("the permit does not cover the property `iban`, which the action changes");
    assertThat(client.evaluate(changing("iban").maskingFields()).permitted()).isFalse();
  }

  @Test
  void whatAWriteChangesIsSentAsAPropertyOfTheAction() {
    process.pdp().answers(permit());

    client.isAllowed(changing("status", "amount"));

    var sent = process.asked().get(0).getAction().getProperties(0);
    assertThat(sent.getName()).isEqualTo("fields");
    assertThat(sent.getValue().getList().getValuesList())
        .extracting(value -> value.getText())
        .containsExactly("amount", "status");
  }

  @Test
  void aStatementOfAnotherFormIsNoStatement() {
    process.pdp().answers(permitExcept("iban"));

    for (Object odd : List.of("status", 1, List.of(1), List.of("status", 1))) {
      assertThat(
              client.isAllowed(
                  AccessRequest.of(ALICE, Action.of("update").with("fields", odd), INVOICE)))
          .isFalse();
    }
    assertThat(
            client.isAllowed(
                AccessRequest.of(
                    ALICE, Action.of("update").with("fields", List.of("status")), INVOICE)))
        .isTrue();
  }

  @Test
  void aFullPermitNeedsNeitherPromiseNorStatement() {
    process.pdp().answers(permit());

    assertThat(client.isAllowed(READ)).isTrue();
    assertThat(client.isAllowed(changing())).isTrue();
    assertThat(client.isAllowed(changing("a name that no schema has"))).isTrue();
  }

  @Test
  void noObligationIsDoneForAPermitThatDoesNotStand() {
    List<String> done = new ArrayList<>();
    PdpClient auditing =
        client(
            builder ->
                builder
                    .handles("audit", (obligation, request, decision) -> done.add("audit"))
                    .handsOver("watermark"));
    process.pdp().answers(permit("audit").toBuilder().setFields(partial()).build());
    assertThat(auditing.isAllowed(READ.maskingFields())).isFalse();
    assertThat(auditing.evaluate(READ).permitted()).isFalse();
    process.pdp().answers(permit("audit", "watermark"));
    assertThat(auditing.isAllowed(READ)).isFalse();

    assertThat(done).isEmpty();
  }

  private static FieldGrant partial() {
    return permitExcept("iban").getFields();
  }

  private static AccessRequest changing(String... properties) {
    return AccessRequest.of(ALICE, Action.of("update").changing(properties), INVOICE);
  }

  private PdpClient client(UnaryOperator<PdpClientBuilder> settings) {
    return process.client(builder -> settings.apply(builder.deadline(Duration.ofMinutes(5))));
  }
}
