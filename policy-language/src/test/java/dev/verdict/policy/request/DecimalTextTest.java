package dev.verdict.policy.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "7",
        "-12.50",
        "1e3",
        "1E+3",
        "1e-400",
        "0.001",
        "1e308",
        "1.7e308",
        "-1.7e308",
        "0.17e309",
        "12345678901234567890.5"
      })
  void aNumberOfJsonThatADoubleCanHoldIsExact(String text) {
    assertThat(DecimalText.read(text)).isEqualTo(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+7",
        "007",
        "-01",
        ".5",
        "5.",
        "1e",
        "1e+",
        "0x10",
        "NaN",
        "Infinity",
        " 1",
        "1 ",
        "1_000",
        "1,5",
        "\u0661",
        "1e309",
        "1.8e308",
        "-1.8e308",
        "10e308",
        "1e400",
        "1e401",
        "1e-401",
        "1e0400000",
        "1e999999999",
        "1e99999999999"
      })
  void anythingElseIsNoNumber(String text) {
    assertThat(DecimalText.read(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 99, 100, 101, 108, 109, 100_000})
  void digitsAreBounded(int digits) {
    String text = "9".repeat(digits);

    assertThat(DecimalText.read(text) != null).isEqualTo(digits <= DecimalText.MAX_DIGITS);
    assertThat(DecimalText.read("0." + text) != null).isEqualTo(digits <= DecimalText.MAX_DIGITS);
  }
}
