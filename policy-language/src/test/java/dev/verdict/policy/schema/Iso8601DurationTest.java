package dev.verdict.policy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Iso8601DurationTest {

  @Property
  void whatJavaWritesIsReadBack(
      @ForAll @LongRange(min = 0, max = TimeLimits.MAX_DURATION_SECONDS - 1) long seconds,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nanoseconds) {
    Duration duration = Duration.ofSeconds(seconds, nanoseconds);

    assertThat(Iso8601Duration.parse(duration.toString())).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({
    "PT15M,            900",
    "-PT5H,            -18000",
    "PT0S,             0",
    "P1D,              86400",
    "P1DT12H,          129600",
    "P2W,              1209600",
    "PT36H,            129600",
    "PT90M30S,         5430",
    "P1DT1H1M1S,       90061",
    "PT05M,            300",
    "PT315576000000S,  315576000000",
    "P3652500D,        315576000000",
  })
  void unitsAreExact(String text, long seconds) {
    assertThat(Iso8601Duration.parse(text)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PT",
        "P1DT",
        "15M",
        "PT15",
        "PT15M ",
        " PT15M",
        "pt15m",
        "--PT15M",
        "-",
        "-P521786W",
        "PT-15M",
        "+PT15M",
        "P1Y",
        "P1M",
        "P1D1H",
        "PT1D",
        "P1W1D",
        "P1WT1H",
        "PT1M1H",
        "PT1H1H",
        "PT1HT1M",
        "PT0.5M",
        "PT.5S",
        "PT1.S",
        "PT1,5S",
        "PT1.1234567890S",
        "PTS",
        "PT15X",
        "PT1234567890123S",
        "PT315576000000.000000001S",
        "P521786W",
        "P999999999999W",
        "PT٣S",
        "900"
      })
  void whatHasNoExactLengthOrAnotherFormIsNoDuration(String text) {
    assertThat(Iso8601Duration.parse(text)).isNull();
  }
}
