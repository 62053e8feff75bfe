package dev.verdict.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.verdict.proto.v1.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
  void typesOfTheJavaPlatformHaveTheFormThatPoliciesRead() {
    OffsetDateTime morning = OffsetDateTime.parse("2026-01-31T08:00+01:00");

    assertThat(value(UUID.fromString("00000000-0000-0001-0000-000000000002")).getText())
        .isEqualTo("00000000-0000-0001-0000-000000000002");
    assertThat(value(Status.DRAFT).getText()).isEqualTo("DRAFT");
    assertThat(value(Duration.ofMinutes(90)).getText()).isEqualTo("PT1H30M");
    assertThat(value(LocalDate.of(2026, 1, 31)).getText()).isEqualTo("2026-01-31");
    assertThat(value(morning).getText()).isEqualTo("2026-01-31T07:00:00Z");
    assertThat(value(morning.atZoneSameInstant(ZoneId.of("Europe/Berlin"))).getText())
        .isEqualTo("2026-01-31T07:00:00Z");
    assertThat(value(Optional.of(3)).getInteger()).isEqualTo(3);
  }

  @Test
  void arraysAreSentAsLists() {
    for (Object array :
        new Object[] {new int[] {1, 2}, new long[] {1, 2}, new Integer[] {1, 2}, List.of(1, 2)}) {
      assertThat(value(array)).isEqualTo(value(List.of(1L, 2L)));
    }
    assertThat(value(new String[][] {{"a"}, {}}))
        .isEqualTo(value(List.of(List.of("a"), List.of())));
    assertThat(value(new double[] {0.1}).getList().getValues(0).getDecimal()).isEqualTo("0.1");
    assertThat(value(new boolean[] {true}).getList().getValues(0).getFlag()).isTrue();
  }

  @Test
  void anEmptyOptionalIsAbsent() {
    Resource invoice = Resource.of("invoice", "1").with("amount", 1);

    assertThat(invoice.with("amount", Optional.empty()).properties().messages()).isEmpty();
    assertThat(value(List.of(Optional.of(1), Optional.empty()))).isEqualTo(value(List.of(1)));
    assertThat(value(Map.of("a", Optional.empty()))).isEqualTo(value(Map.of()));
  }

  @Test
  void aRefusalSaysWhichTypeCameAtWhichPath() {
    Map<String, Object> order =
        Map.of("lines", List.of(Map.of("price", 1), Map.of("price", new Currencies())));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resource.of("order", "1").with("order", order))
        .withMessageStartingWith(
            "`order.lines[1].price` is a "
                + Currencies.class.getTypeName()
                + ", which cannot be sent")
        .withMessageNotContaining("secret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resource.of("order", "1").with("at", new Object[] {null}))
        .withMessageStartingWith("`at[0]` is null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resource.of("order", "1").with("at", Map.of(1, "a")))
        .withMessage("`at` has a key that is a java.lang.Integer (expected: a string)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resource.of("order", "1").with("at", new char[] {'c'}))
        .withMessageStartingWith("`at[0]` is a java.lang.Character");
  }

  private enum Status {
    DRAFT;

    @Override
    public String toString() {
      return "not the name";
    }
  }

  private static final class Currencies {
    @Override
    public String toString() {
      return "secret";
    }
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
          .withMessageStartingWith("`amount");
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
