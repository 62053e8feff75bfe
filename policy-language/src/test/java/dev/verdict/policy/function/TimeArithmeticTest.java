package dev.verdict.policy.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.schema.TimeLimits;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimeArithmeticTest {

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final Duration LONGEST = Duration.ofSeconds(TimeLimits.MAX_DURATION_SECONDS);

  @Property
  void aTimestampIsReckonedWithAsJavaDoes(
      @ForAll @LongRange(min = -30_000_000_000L, max = 100_000_000_000L) long seconds,
      @ForAll @LongRange(min = -30_000_000_000L, max = 30_000_000_000L) long distance,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nanoseconds,
      @ForAll @IntRange(min = 0, max = 999_999_999) int moreNanoseconds) {
    Instant from = Instant.ofEpochSecond(seconds, nanoseconds);
    Duration duration = Duration.ofSeconds(distance, moreNanoseconds);

    assertThat(TimeArithmetic.LATER.apply(from, duration)).isEqualTo(from.plus(duration));
    assertThat(TimeArithmetic.EARLIER.apply(from, duration)).isEqualTo(from.minus(duration));
    assertThat(TimeArithmetic.BETWEEN.apply(from.plus(duration), from)).isEqualTo(duration);
    assertThat(TimeArithmetic.SUM.apply(duration, duration)).isEqualTo(duration.plus(duration));
    assertThat(TimeArithmetic.DIFFERENCE.apply(duration, LONGEST))
        .isEqualTo(distance < 0 ? null : duration.minus(LONGEST));
  }

  @Test
  void noTimestampLeavesTheYearsThatCanBeWritten() {
    Duration least = Duration.ofNanos(1);

    assertThat(TimeArithmetic.LATER.apply(FIRST, Duration.between(FIRST, LAST))).isEqualTo(LAST);
    assertThat(TimeArithmetic.LATER.apply(LAST, least)).isNull();
    assertThat(TimeArithmetic.EARLIER.apply(FIRST, least)).isNull();
    assertThat(TimeArithmetic.EARLIER.apply(LAST, least)).isEqualTo(LAST.minusNanos(1));
  }

  @Test
  void noDurationIsLongerThanTheLongestEitherWay() {
    Duration least = Duration.ofNanos(1);

    assertThat(TimeArithmetic.SUM.apply(LONGEST, Duration.ZERO)).isEqualTo(LONGEST);
    assertThat(TimeArithmetic.SUM.apply(LONGEST, least)).isNull();
    assertThat(TimeArithmetic.DIFFERENCE.apply(LONGEST.negated(), Duration.ZERO))
        .isEqualTo(LONGEST.negated());
    assertThat(TimeArithmetic.DIFFERENCE.apply(LONGEST.negated(), least)).isNull();
  }

  /** The clock of whoever embeds this may say what it likes. */
  @Test
  void aClockBeyondAllBoundsMakesNoValueAndThrowsNothing() {
    assertThat(TimeArithmetic.BETWEEN.apply(Instant.MAX, Instant.MIN)).isNull();
    assertThat(TimeArithmetic.BETWEEN.apply(Instant.MIN, Instant.MAX)).isNull();
    assertThat(TimeArithmetic.LATER.apply(Instant.MAX, LONGEST)).isNull();
    assertThat(TimeArithmetic.EARLIER.apply(Instant.MIN, LONGEST)).isNull();
  }
}
