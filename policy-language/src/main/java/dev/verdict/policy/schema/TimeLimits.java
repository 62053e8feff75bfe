package dev.verdict.policy.schema;

import java.time.Duration;
import java.time.Instant;

/** How far timestamps and durations reach, so that reckoning with them stays within 64 bits. */
public final class TimeLimits {

  /** Largest duration either way: 10,000 years of 365.25 days. */
  public static final long MAX_DURATION_SECONDS = 315_576_000_000L;

  /** The year 0, in seconds of Unix time. */
  private static final long FIRST_SECOND = -62_167_219_200L;

  /** The end of the year 9999, the last that RFC 3339 can write. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private TimeLimits() {}

  /** Whether a timestamp is within the years 0 to 9999. */
  public static boolean holds(Instant timestamp) {
    return timestamp.getEpochSecond() >= FIRST_SECOND && timestamp.getEpochSecond() <= LAST_SECOND;
  }

  /** Whether a duration is no longer than the longest, either way. */
  public static boolean holds(Duration duration) {
    long seconds = duration.getSeconds();
    return seconds >= -MAX_DURATION_SECONDS
        && (seconds < MAX_DURATION_SECONDS
            || (seconds == MAX_DURATION_SECONDS && duration.getNano() == 0));
  }
}
