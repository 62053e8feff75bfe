package dev.verdict.server.configuration;

import java.time.Duration;

/**
 * How decisions are remembered.
 *
 * @param enabled whether they are at all
 * @param maxBytes about how much memory they may take together, at least 1
 * @param ttl how long a decision serves, at most a minute: what a condition says of the time must
 *     not be answered from long ago
 */
public record CacheConfiguration(boolean enabled, long maxBytes, Duration ttl) {

  // Before DEFAULT, whose making checks it.
  private static final Duration MAX_TTL = Duration.ofMinutes(1);

  /** On, 64 MiB, 5 s. */
  public static final CacheConfiguration DEFAULT =
      new CacheConfiguration(true, 64L << 20, Duration.ofSeconds(5));

  public CacheConfiguration {
    if (maxBytes < 1) {
      throw new InvalidConfigurationException("max-bytes: " + maxBytes + " (expected: > 0)");
    }
    if (ttl.isZero() || ttl.isNegative() || ttl.compareTo(MAX_TTL) > 0) {
      throw new InvalidConfigurationException("`ttl` is not within `1ms` and `1m`");
    }
  }
}
