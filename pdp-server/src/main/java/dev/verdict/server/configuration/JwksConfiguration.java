package dev.verdict.server.configuration;

import java.time.Duration;

/**
 * An issuer's public keys and how fresh they are kept.
 *
 * @param location where they are found
 * @param refreshInterval how often they are read again, at most a day; a key that the issuer
 *     withdraws is refused from the next time on that they can be read
 * @param maxStale how long the last good keys serve while new ones cannot be had, at most a week
 */
public record JwksConfiguration(
    JwksLocation location, Duration refreshInterval, Duration maxStale) {

  /** How often keys are read again where nothing else is set. */
  public static final Duration DEFAULT_REFRESH_INTERVAL = Duration.ofMinutes(5);

  /** How long old keys serve where nothing else is set. */
  public static final Duration DEFAULT_MAX_STALE = Duration.ofHours(12);

  private static final Duration MAX_REFRESH_INTERVAL = Duration.ofHours(24);
  private static final Duration MAX_MAX_STALE = Duration.ofDays(7);

  public JwksConfiguration {
    if (refreshInterval.compareTo(Duration.ofSeconds(1)) < 0
        || refreshInterval.compareTo(MAX_REFRESH_INTERVAL) > 0) {
      throw new InvalidConfigurationException("`refresh-interval` is not within `1s` and `24h`");
    }
    if (maxStale.compareTo(MAX_MAX_STALE) > 0) {
      throw new InvalidConfigurationException(
          "`max-stale` is above `7d`: a key that the issuer withdrew would serve all that time");
    }
    if (maxStale.compareTo(refreshInterval) < 0) {
      throw new InvalidConfigurationException(
          "`max-stale` is shorter than `refresh-interval`: the keys would expire between two"
              + " refreshes; set it longer");
    }
  }

  public JwksConfiguration(JwksLocation location) {
    this(location, DEFAULT_REFRESH_INTERVAL, DEFAULT_MAX_STALE);
  }
}
