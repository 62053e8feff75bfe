package dev.verdict.server.configuration;

import java.time.Duration;

/**
 * How decisions and verified tokens are remembered.
 *
 * @param enabled whether decisions are at all
 * @param fromCost how long the decisions on an action of a resource type have to take on average
 *     for being remembered; zero: all are
 * @param maxBytes about how much memory they may take together, at least 1
 * @param ttl how long a decision serves, at most a minute: what a condition says of the time must
 *     not be answered from long ago
 * @param tokenBytes about how much memory verified tokens may take together; 0: each call verifies
 *     its token anew
 */
public record CacheConfiguration(
    boolean enabled, Duration fromCost, long maxBytes, Duration ttl, long tokenBytes) {

  // Before DEFAULT, whose making checks it.
  private static final Duration MAX_TTL = Duration.ofMinutes(1);

  /** No decisions; else those from 20 microseconds on, 64 MiB, 5 s; 16 MiB of tokens. */
  public static final CacheConfiguration DEFAULT =
      new CacheConfiguration(
          false, Duration.ofNanos(20_000), 64L << 20, Duration.ofSeconds(5), 16L << 20);

  /** All decisions are remembered, whatever they cost; for tests and measurements. */
  public CacheConfiguration ofAllDecisions() {
    return new CacheConfiguration(true, Duration.ZERO, maxBytes, ttl, tokenBytes);
  }

  public CacheConfiguration {
    if (fromCost.isNegative()) {
      throw new InvalidConfigurationException("from-cost: " + fromCost + " (expected: >= 0)");
    }
    if (maxBytes < 1) {
      throw new InvalidConfigurationException("max-bytes: " + maxBytes + " (expected: > 0)");
    }
    if (tokenBytes < 0) {
      throw new InvalidConfigurationException("token-bytes: " + tokenBytes + " (expected: >= 0)");
    }
    if (ttl.isZero() || ttl.isNegative() || ttl.compareTo(MAX_TTL) > 0) {
      throw new InvalidConfigurationException("`ttl` is not within `1ms` and `1m`");
    }
  }
}
