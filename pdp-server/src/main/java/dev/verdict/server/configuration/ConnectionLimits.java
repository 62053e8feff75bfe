package dev.verdict.server.configuration;

import java.time.Duration;

/**
 * What connections to the gRPC and the HTTP door may hold, together where nothing else is said.
 *
 * <p>A connection is <em>unproven</em> until a call on it was authenticated.
 *
 * @param total connections that are open at once
 * @param unprovenPerAddress unproven connections of one address at once; of IPv6, of one /64
 * @param unprovenTime how long a connection may stay unproven
 * @param idle how long a connection may stay without a call
 * @param streams calls that one gRPC connection may have under way
 * @param bodyBytes bytes of calls that have begun to arrive and are not yet answered; as many again
 *     of answers that wait to be read
 */
public record ConnectionLimits(
    int total,
    int unprovenPerAddress,
    Duration unprovenTime,
    Duration idle,
    int streams,
    long bodyBytes) {

  /** A caller that has not read a long answer to its end after this time loses its connection. */
  public static final Duration ANSWER_TIME = Duration.ofSeconds(30);

  static final long MAX_NUMBER = 1_000_000;

  private static final int CLOSING_SHARE = 16;
  private static final int LEAST_CLOSING = 16;

  // Before DEFAULT, whose making checks them.
  private static final long LEAST_BODY_BYTES = 4L << 20;
  private static final Duration MAX_UNPROVEN_TIME = Duration.ofMinutes(1);
  private static final Duration MAX_IDLE = Duration.ofHours(24);

  /** A sixteenth of the heap for bodies: they are copied and parsed, which multiplies them. */
  public static final ConnectionLimits DEFAULT =
      new ConnectionLimits(
          10_000,
          256,
          Duration.ofSeconds(15),
          Duration.ofMinutes(5),
          256,
          Math.max(LEAST_BODY_BYTES, Runtime.getRuntime().maxMemory() / 16));

  public ConnectionLimits {
    if (bodyBytes < LEAST_BODY_BYTES) {
      throw new InvalidConfigurationException(
          "`body-bytes` is " + bodyBytes + " (expected: at least " + LEAST_BODY_BYTES + ")");
    }
    check("unproven-time", unprovenTime, MAX_UNPROVEN_TIME);
    check("idle", idle, MAX_IDLE);
  }

  /** Connections that may have a file: those that are open, and a sixteenth that just closes. */
  public int files() {
    return total + Math.max(LEAST_CLOSING, total / CLOSING_SHARE);
  }

  /** The total for which so many files are enough. */
  public static int totalWithin(int files) {
    return Math.min(
        files - LEAST_CLOSING, (int) (files * (long) CLOSING_SHARE / (CLOSING_SHARE + 1)));
  }

  /** The same with another total. */
  public ConnectionLimits withTotal(int other) {
    return new ConnectionLimits(other, unprovenPerAddress, unprovenTime, idle, streams, bodyBytes);
  }

  private static void check(String key, Duration time, Duration max) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(max) > 0) {
      throw new InvalidConfigurationException(
          "`" + key + "` is not within `1s` and `" + max.toSeconds() + "s`");
    }
  }
}
