package dev.verdict.server.configuration;

import java.time.Duration;

/**
 * An issuer's public keys and how fresh they are kept.
 *
 * @param location where they are found
 * @param refreshInterval how often they are read again; a key that the issuer withdraws is refused
 *     after this time at the latest
 * @param maxStale how long the last good keys serve while new ones cannot be had
 */
public record JwksConfiguration(
    JwksLocation location, Duration refreshInterval, Duration maxStale) {

  /** How often keys are read again where nothing else is set. */
  public static final Duration DEFAULT_REFRESH_INTERVAL = Duration.ofMinutes(5);

  /** How long old keys serve where nothing else is set. */
  public static final Duration DEFAULT_MAX_STALE = Duration.ofHours(12);

  public JwksConfiguration {
    if (refreshInterval.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new InvalidConfigurationException("`refresh-interval` is below its least, `1s`");
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
