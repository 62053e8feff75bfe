package dev.verdict.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.verdict.proto.v1.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PropertiesTest {

  @Test
  void numbersKeepTheirValue() {
    assertThat(value(Long.MIN_VALUE).getInteger()).isEqualTo(Long.MIN_VALUE);
    assertThat(value((short) 3).getInteger()).isEqualTo(3);
    assertThat(value((byte) 3).getInteger()).isEqualTo(3);
    assertThat(value(new BigDecimal("1.10")).getDecimal()).isEqualTo("1.10");
    assertThat(value(BigInteger.TWO.pow(70)).getDecimal()).isEqualTo("1180591620717411303424");
    assertThat(value(0.1).getDecimal()).isEqualTo("0.1");
    assertThat(value(0.1f).getDecimal()).isEqualTo("0.1");
  }

  @Test
  void otherKindsHaveTheirForm() {
    assertThat(value("text").getText()).isEqualTo("text");
    assertThat(value(false).getKindCase()).isEqualTo(Value.KindCase.FLAG);
    assertThat(value(Instant.parse("2026-01-02T03:04:05Z")).getText())
        .isEqualTo("2026-01-02T03:04:05Z");
    assertThat(value(Set.of("a")).getList().getValues(0).getText()).isEqualTo("a");
    assertThat(value(Map.of("k", 1)).getRecord().getAttributes(0).getName()).isEqualTo("k");
  }

  @Test
  void whatHasNoFormIsRefusedWhereItIsGiven() {
    var selfContaining = new ArrayList<Object>();
    selfContaining.add(selfContaining);
    for (Object unsupported :
        new Object[] {
          Double.NaN,
          Float.POSITIVE_INFINITY,
          new Object(),
          'c',
          Map.of(1, "a"),
          List.of(new Object()),
          selfContaining,
          "half \ud800",
          "\udc00 half",
          List.of("\ud800"),
          Map.of("\ud800", 1)
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Resource.of("invoice", "1").with("amount", unsupported))
          .withMessageContaining("`amount`");
    }
    assertThat(value("whole \ud83d\ude00").getText()).isEqualTo("whole \ud83d\ude00");
  }

  @Test
  void nullIsRefusedWhereItIsGiven() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resource.of("invoice", "1").with("amount", null))
        .withMessageContaining("leave out what has no value");
  }

  @Test
  void emptyAndBrokenNamesAreRefused() {
    for (String broken : List.of("", "alice\ud800")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Subject.of("user", broken));
      assertThatIllegalArgumentException().isThrownBy(() -> Subject.of(broken, "alice"));
      assertThatIllegalArgumentException().isThrownBy(() -> Subject.token(broken));
      assertThatIllegalArgumentException().isThrownBy(() -> Resource.of("invoice", broken));
      assertThatIllegalArgumentException().isThrownBy(() -> Actor.of(broken, "7"));
      assertThatIllegalArgumentException().isThrownBy(() -> Action.of(broken));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Subject.of("user", "alice").with(broken, 1));
    }
  }

  @Test
  void withLeavesTheOriginalAndReplacesByName() {
    Subject.Named alice = Subject.of("user", "alice");
    Subject.Named acme = alice.with("tenant", "acme").with("level", 1);
    Subject.Named globex = acme.with("tenant", "globex");

    assertThat(alice.properties().messages()).isEmpty();
    assertThat(acme.properties().messages().get(0).getValue().getText()).isEqualTo("acme");
    assertThat(globex.properties().messages())
        .extracting(message -> message.getName())
        .containsExactlyInAnyOrder("tenant", "level");
  }

  @Test
  void aLaterChangeOfACollectionChangesNothing() {
    var roles = new ArrayList<>(List.of("reader"));
    Subject.Named alice = Subject.of("user", "alice").with("roles", roles);

    roles.add("admin");

    assertThat(alice.properties().messages().get(0).getValue().getList().getValuesCount())
        .isEqualTo(1);
  }

  @Test
  void valuesAndTokensStayOutOfLogs() {
    AccessRequest request =
        AccessRequest.of(
                Subject.of("user", "alice").with("iban", "DE-secret"),
                Action.of("read").with("why", "secret"),
                Resource.of("invoice", "1").with("amount", "secret"))
            .withContext("ip", "secret");

    assertThat(request.toString())
        .isEqualTo("user:alice[iban] read[why] invoice:1[amount]")
        .doesNotContain("secret");
    assertThat(Subject.token("secret").toString()).doesNotContain("secret");
  }

  private static Value value(Object value) {
    return Resource.of("invoice", "1")
        .with("amount", value)
        .properties()
        .messages()
        .get(0)
        .getValue();
  }
}
