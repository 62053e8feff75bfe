package dev.verdict.server.wiring;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.verdict.server.configuration.ConnectionLimits;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many connections the doors may have, by what this process may open. Without file descriptors
 * not even {@code /healthz} answers, and the policies cannot be read again.
 */
final class ConnectionBounds {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionBounds.class);

  private static final int ADMIN_CONNECTIONS = 64;

  /**
   * For the admin port, archives of classes, policies, git, and addresses of keys; and for
   * connections that are closed, whose files the JDK frees in the next round of their loop.
   */
  private static final int RESERVE = ADMIN_CONNECTIONS + 384;

  private static final int LEAST = 16;

  /**
   * The oldest connection gives way to a new one, so that the port answers whatever is open, and
   * each ends after a minute: nobody has a credential here, so none is ever proven.
   */
  static final ConnectionLimits ADMIN =
      new ConnectionLimits(
          ADMIN_CONNECTIONS,
          ADMIN_CONNECTIONS,
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          1,
          ConnectionLimits.DEFAULT.bodyBytes());

  private ConnectionBounds() {}

  /** What is configured, or what is possible where that is less. */
  static ConnectionLimits ofDoors(ConnectionLimits configured) {
    return within(configured, fileDescriptors());
  }

  static ConnectionLimits within(ConnectionLimits configured, long fileDescriptors) {
    int files = (int) Math.min(Integer.MAX_VALUE, Math.max(2 * LEAST, fileDescriptors - RESERVE));
    if (files >= configured.files()) {
      return configured;
    }
    int possible = ConnectionLimits.totalWithin(files);
    LOG.warn(
        "event=few_file_descriptors limit={} connections={} configured={} advice=\"raise the limit"
            + " of open files (`ulimit -n`, `LimitNOFILE`) to {} or lower"
            + " `limits.connections.total`\"",
        fileDescriptors,
        possible,
        configured.total(),
        (long) configured.files() + RESERVE);
    return configured.withTotal(possible);
  }

  private static long fileDescriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }
}
