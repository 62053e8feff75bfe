package dev.verdict.policy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueReaderTest {

  private final Diagnostics diagnostics = new Diagnostics();

  private Optional<Value> read(String text) {
    return new ValueReader(diagnostics).read(Yaml.parse("a.yaml", text));
  }

  private List<DiagnosticCode> codes() {
    return diagnostics.sorted().stream().map(found -> found.code()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "no",
        "on",
        "1_000",
        "12:30:45",
        "2026-01-01",
        "'5'",
        "\"true\"",
        "1.2.3",
        "0b1",
        "+",
        "1e",
        ".",
        "0x",
        "0o8",
        "1,5",
        "e5",
        "\u0665"
      })
  void whatOtherReadersGuessAtIsText(String text) {
    assertThat(read(text)).get().isInstanceOf(Value.Text.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "-5,-5",
    "+5,5",
    "007,7",
    "0x1F,31",
    "0o17,15",
    "9223372036854775807,9223372036854775807",
    "-9223372036854775808,-9223372036854775808"
  })
  void aWholeNumberIsOne(String text, long number) {
    assertThat(read(text)).contains(new Value.Whole(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.0", "-.5", "1e3", "5.", "9223372036854775808", "1E-2", "1e2147483647"})
  void anyOtherNumberIsExact(String text) {
    assertThat(read(text)).contains(new Value.Decimal(new BigDecimal(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "True", "TRUE"})
  void trueIsAFlag(String text) {
    assertThat(read(text)).contains(new Value.Flag(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "null", ".inf", "-.Inf", ".nan", "1e99999999999", "[[~]]"})
  void whatNoRequestCouldHoldIsReported(String text) {
    read(text);

    assertThat(codes()).containsExactly(DiagnosticCode.WRONG_SHAPE);
  }

  @Test
  void aNumberOfAMillionDigitsIsReportedAtOnce() {
    assertThat(read("1".repeat(900_000))).isEmpty();
    assertThat(codes()).containsExactly(DiagnosticCode.WRONG_SHAPE);
  }

  @Test
  void listsAndMappingsBecomeSequencesAndStructures() {
    Value.Structure value = (Value.Structure) read("{ a: [1, x], b: {} }").orElseThrow();

    assertThat(value.attributes().names()).containsExactly("a", "b");
    assertThat(value.attributes().get("a"))
        .isEqualTo(new Value.Sequence(List.of(new Value.Whole(1), new Value.Text("x"))));
  }

  @Test
  void whatIsLargerThanARequestIsReported() {
    read("'" + "x".repeat(Limit.TEXT_LENGTH.standard() + 1) + "'");
    read("[".repeat(Limit.DEPTH.standard() + 2) + "]".repeat(Limit.DEPTH.standard() + 2));
    read("[" + "x,".repeat(Limit.VALUES.standard() + 5) + "]");

    assertThat(codes())
        .containsExactlyInAnyOrder(
            DiagnosticCode.TOO_MANY, DiagnosticCode.YAML_TOO_DEEP, DiagnosticCode.TOO_MANY);
  }
}
