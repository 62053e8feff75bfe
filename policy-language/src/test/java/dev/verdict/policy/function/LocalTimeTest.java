package dev.verdict.policy.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalTimeTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Property
  void clocksAndCalendarsShowWhatJavaSays(
      @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second) {
    Instant instant = Instant.ofEpochSecond(second, 999_999_999);
    for (String zone : new String[] {"Europe/Berlin", "Asia/Kathmandu", "-18:00", "+18:00"}) {
      var local = instant.atZone(ZoneId.of(zone));

      assertThat(apply(LocalTime.Part.HOUR, zone, instant)).isEqualTo((long) local.getHour());
      assertThat(apply(LocalTime.Part.DAY_OF_WEEK, zone, instant))
          .isEqualTo(local.getDayOfWeek().name().toLowerCase(Locale.ROOT));
    }
  }

  /** The hour from two to three is left out in March and comes twice in October. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-29T00:59:59Z, 1",
    "2026-03-29T01:00:00Z, 3",
    "2026-10-25T00:59:59Z, 2",
    "2026-10-25T01:00:00Z, 2",
    "2026-10-25T02:00:00Z, 3"
  })
  void changesOfClocksAreFollowed(Instant instant, long hour) {
    assertThat(new LocalTime(LocalTime.Part.HOUR, BERLIN).apply(instant)).isEqualTo(hour);
  }

  @ParameterizedTest
  @CsvSource({
    "-1000000000-01-01T00:00:00Z",
    "+1000000000-12-31T23:59:59Z",
    "-0001-12-31T23:59:59Z",
    "+10000-01-01T00:00:00Z"
  })
  void aTimestampThatCannotBeWrittenHasNone(Instant instant) {
    assertThat(new LocalTime(LocalTime.Part.HOUR, BERLIN).apply(instant)).isNull();
  }

  private static Object apply(LocalTime.Part part, String zone, Instant instant) {
    return new LocalTime(part, ZoneId.of(zone)).apply(instant);
  }
}
