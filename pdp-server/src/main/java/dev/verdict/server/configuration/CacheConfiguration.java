package dev.verdict.server.configuration;

import java.time.Duration;

/**
 * How decisions are remembered.
 *
 * @param enabled whether they are at all
 * @param maxEntries most decisions kept, at least 1
 * @param ttl how long a decision serves, at most a minute: what a condition says of the time must
 *     not be answered from long ago
 */
public record CacheConfiguration(boolean enabled, int maxEntries, Duration ttl) {

  // Before DEFAULT, whose making checks it.
  private static final Duration MAX_TTL = Duration.ofMinutes(1);

  /** On, 100,000 decisions, 5 s. */
  public static final CacheConfiguration DEFAULT =
      new CacheConfiguration(true, 100_000, Duration.ofSeconds(5));

  public CacheConfiguration {
    if (maxEntries < 1) {
      throw new InvalidConfigurationException("max-entries: " + maxEntries + " (expected: > 0)");
    }
    if (ttl.isZero() || ttl.isNegative() || ttl.compareTo(MAX_TTL) > 0) {
      throw new InvalidConfigurationException("`ttl` is not within `1ms` and `1m`");
    }
  }
}
