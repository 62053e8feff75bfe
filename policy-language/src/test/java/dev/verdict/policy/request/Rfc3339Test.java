package dev.verdict.policy.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

  @Property
  void whatJavaWritesIsReadBack(
      @ForAll @LongRange(min = -62_167_132_800L, max = 253_402_214_400L) long seconds,
      @ForAll @IntRange(min = 1, max = 999_999_999) int nanoseconds,
      @ForAll @IntRange(min = -1080, max = 1080) int offset) {
    Instant instant = Instant.ofEpochSecond(seconds, nanoseconds);
    OffsetDateTime written = instant.atOffset(ZoneOffset.ofTotalSeconds(offset * 60));

    assertThat(Rfc3339.parse(written.toString())).isEqualTo(instant);
  }

  @Test
  void leapDaysExistInLeapYearsOnly() {
    assertThat(Rfc3339.parse("2024-02-29T00:00:00Z")).isNotNull();
    assertThat(Rfc3339.parse("2000-02-29T00:00:00Z")).isNotNull();
    assertThat(Rfc3339.parse("2023-02-29T00:00:00Z")).isNull();
    assertThat(Rfc3339.parse("1900-02-29T00:00:00Z")).isNull();
  }

  @Test
  void smallLettersAndZerosBehindNineDigitsAreTaken() {
    assertThat(Rfc3339.parse("2026-01-01t00:00:00z"))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(Rfc3339.parse("2026-01-01T00:00:00.123456789000+00:00"))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00.123456789Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-01",
        "2026-01-01T00:00:00",
        "2026-01-01T00:00Z",
        "2026-01-01 00:00:00Z",
        "2026-1-01T00:00:00Z",
        "+2026-01-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T00:60:00Z",
        "2026-01-01T00:00:60Z",
        "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00.1234567891Z",
        "2016-12-31T23:59:60Z",
        "2026-01-01T00:00:00,5Z",
        "2026-01-01T00:00:00.5",
        "2026-01-01T00:00:00+01",
        "2026-01-01T00:00:00+0100",
        "2026-01-01T00:00:00+24:00",
        "2026-01-01T00:00:00+01:60",
        "2026-01-01T00:00:00 01:00",
        "2026-01-01T00:00:00ZZ",
        " 2026-01-01T00:00:00Z",
        "\u0662\u0660\u0662\u0666-01-01T00:00:00Z"
      })
  void anythingElseIsNoTimestamp(String text) {
    assertThat(Rfc3339.parse(text)).isNull();
  }
}
