package dev.verdict.policy.function;

import dev.verdict.policy.schema.TimeLimits;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sums and differences of timestamps and durations, exact to the nanosecond. A result beyond {@link
 * TimeLimits} is none. INVARIANT: durations are within those limits, and an {@code Instant} has
 * fewer seconds than a quarter of 64 bits, so no sum here overflows.
 */
public enum TimeArithmetic implements ValueFunction.OfTwo {
  /** How long after the second timestamp the first is. */
  BETWEEN(Simple.DURATION),
  /** A timestamp and a duration later. */
  LATER(Simple.TIMESTAMP),
  /** A timestamp and a duration earlier. */
  EARLIER(Simple.TIMESTAMP),
  /** Two durations together. */
  SUM(Simple.DURATION),
  /** The first duration without the second. */
  DIFFERENCE(Simple.DURATION);

  private final Simple type;

  TimeArithmetic(Simple type) {
    this.type = type;
  }

  @Override
  public Type type() {
    return type;
  }

  @Override
  public String failure() {
    return "is out of range";
  }

  @Override
  public long steps(Object first, Object second) {
    return 0;
  }

  @Override
  public @Nullable Object apply(Object first, Object second) {
    return switch (this) {
      case BETWEEN -> between((Instant) first, (Instant) second);
      case LATER -> later((Instant) first, (Duration) second, 1);
      case EARLIER -> later((Instant) first, (Duration) second, -1);
      case SUM -> sum((Duration) first, (Duration) second, 1);
      case DIFFERENCE -> sum((Duration) first, (Duration) second, -1);
    };
  }

  private static @Nullable Duration between(Instant first, Instant second) {
    return within(
        Duration.ofSeconds(
            first.getEpochSecond() - second.getEpochSecond(),
            (long) first.getNano() - second.getNano()));
  }

  private static @Nullable Instant later(Instant from, Duration duration, int sign) {
    long seconds = from.getEpochSecond() + sign * duration.getSeconds();
    long nanoseconds = from.getNano() + (long) sign * duration.getNano();
    if (seconds < Instant.MIN.getEpochSecond() + 1 || seconds >= Instant.MAX.getEpochSecond()) {
      return null;
    }
    Instant result = Instant.ofEpochSecond(seconds, nanoseconds);
    return TimeLimits.holds(result) ? result : null;
  }

  private static @Nullable Duration sum(Duration first, Duration second, int sign) {
    return within(
        Duration.ofSeconds(
            first.getSeconds() + sign * second.getSeconds(),
            first.getNano() + (long) sign * second.getNano()));
  }

  private static @Nullable Duration within(Duration duration) {
    return TimeLimits.holds(duration) ? duration : null;
  }
}
