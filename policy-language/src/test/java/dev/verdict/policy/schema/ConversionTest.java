package dev.verdict.policy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.address.AddressRange;
import dev.verdict.policy.address.IpAddress;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.work.WorkMeter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {

  private static final Value A = new Value.Text("a");
  private static final Value B = new Value.Text("b");
  private static final Type STRINGS = new Type.SetOf(Type.Simple.STRING);

  @Test
  void eachTypeHasItsOwnObject() {
    assertThat(convert(new Value.Flag(true), Type.Simple.BOOL)).isEqualTo(true);
    assertThat(convert(A, Type.Simple.STRING)).isEqualTo("a");
    assertThat(convert(new Value.Whole(5), Type.Simple.INT)).isEqualTo(5L);
    assertThat(convert(A, new Type.Enumeration(List.of("a")))).isEqualTo("a");
    assertThat(convert(new Value.Text("1970-01-01T00:00:01Z"), Type.Simple.TIMESTAMP))
        .isEqualTo(Instant.ofEpochSecond(1));
    assertThat(convert(new Value.Text("PT1M"), Type.Simple.DURATION))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(convert(new Value.Text("::ffff:192.0.2.1"), Type.Simple.IP))
        .isEqualTo(IpAddress.parse("192.0.2.1"));
    assertThat(convert(new Value.Text("10.0.0.0/8"), Type.Simple.CIDR))
        .isEqualTo(AddressRange.parse("10.0.0.0/8"));
    assertThat(convert(new Value.Sequence(List.of(A, B, A)), STRINGS)).isEqualTo(Set.of("a", "b"));
    assertThat(convert(new Value.Sequence(List.of(A, B, A)), new Type.ListOf(Type.Simple.STRING)))
        .isEqualTo(List.of("a", "b", "a"));
  }

  @Test
  void nothingIsCoerced() {
    assertThat(convert(new Value.Text("true"), Type.Simple.BOOL)).isNull();
    assertThat(convert(new Value.Text("5"), Type.Simple.INT)).isNull();
    assertThat(convert(new Value.Text("5"), Type.Simple.DECIMAL)).isNull();
    assertThat(convert(new Value.Whole(5), Type.Simple.STRING)).isNull();
    assertThat(convert(new Value.Decimal(new BigDecimal("5.0")), Type.Simple.INT)).isNull();
    assertThat(convert(new Value.Whole(60), Type.Simple.DURATION)).isNull();
    assertThat(convert(new Value.Text("60"), Type.Simple.DURATION)).isNull();
    assertThat(convert(new Value.Whole(3_221_225_985L), Type.Simple.IP)).isNull();
    assertThat(convert(new Value.Text("10.0.0.1"), Type.Simple.CIDR)).isNull();
    assertThat(convert(A, STRINGS)).isNull();
    assertThat(convert(B, new Type.Enumeration(List.of("a")))).isNull();
    assertThat(convert(new Value.Structure(Attributes.NONE), STRINGS)).isNull();
  }

  @Test
  void oneWrongElementSpoilsTheWhole() {
    Value mixed = new Value.Sequence(List.of(A, new Value.Whole(1)));

    assertThat(convert(mixed, STRINGS)).isNull();
    assertThat(convert(mixed, new Type.ListOf(Type.Simple.STRING))).isNull();
  }

  @ParameterizedTest
  @EnumSource(Type.Simple.class)
  void aStructureHasNoSimpleType(Type.Simple type) {
    assertThat(convert(new Value.Structure(Attributes.NONE), type)).isNull();
  }

  @Test
  void aRecordHasItsMembersInTheOrderOfItsType() {
    var point =
        new Type.Structure(
            "Point",
            List.of(
                new Type.Member("x", Type.Simple.INT, false),
                new Type.Member("name", Type.Simple.STRING, true)));
    Attributes.Builder given = Attributes.builder();
    given.add("unheardOf", A);
    given.add("x", new Value.Whole(5));

    var record = (RecordValue) convert(new Value.Structure(given.build()), point);

    assertThat(record.member(0)).isEqualTo(5L);
    assertThat(record.member(1)).isNull();
    assertThat(convert(new Value.Structure(Attributes.NONE), point)).isNull();
  }

  @Test
  void equalDecimalsAreEqualObjects() {
    Object hundred = convert(new Value.Whole(100), Type.Simple.DECIMAL);

    assertThat(convert(new Value.Decimal(new BigDecimal("100.00")), Type.Simple.DECIMAL))
        .isEqualTo(hundred);
    assertThat(convert(new Value.Decimal(new BigDecimal("1e2")), Type.Simple.DECIMAL))
        .isEqualTo(hundred);
    assertThat(convert(new Value.Decimal(new BigDecimal("0.000")), Type.Simple.DECIMAL))
        .isEqualTo(convert(new Value.Whole(0), Type.Simple.DECIMAL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e100", "1e-100", "-123.456"})
  void aDecimalWithinBoundsIsOne(String number) {
    assertThat(convert(new Value.Decimal(new BigDecimal(number)), Type.Simple.DECIMAL)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e101", "1e-101", "1e2147483647", "1e-2147483647"})
  void aDecimalThatArithmeticCouldNotBearIsNone(String number) {
    assertThat(convert(new Value.Decimal(new BigDecimal(number)), Type.Simple.DECIMAL)).isNull();
  }

  @Test
  void aDecimalOfTooManyDigitsIsNone() {
    assertThat(convert(new Value.Decimal(new BigDecimal("1".repeat(101))), Type.Simple.DECIMAL))
        .isNull();
  }

  private static @Nullable Object convert(Value value, Type type) {
    return Conversion.convert(value, type, WorkMeter.UNBOUNDED);
  }
}
