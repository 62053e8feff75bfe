package dev.verdict.server.transport;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections that wait too long. A timeout that starts anew with each byte would let a caller
 * hold a connection for ever by sending one byte now and then, so each wait has one end.
 *
 * <p>One timer looks at all connections: a timer for each request would cost more than the request.
 * Belongs to one event loop.
 */
final class ConnectionDeadlines {

  /**
   * From the first byte of a request's body to the last, and from connecting to the first request.
   */
  static final Duration MAX_REQUEST = Duration.ofSeconds(10);

  /** From an answer to the next request. */
  static final Duration MAX_IDLE = Duration.ofSeconds(60);

  private final LongSupplier nanoseconds;
  private final Map<HttpConnection, Wait> waits = new HashMap<>();

  /**
   * @param nanoseconds a clock that never goes back, such as {@code System::nanoTime}
   */
  ConnectionDeadlines(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  void opened(HttpConnection connection) {
    waits.put(connection, new Wait(end(MAX_REQUEST), null));
  }

  void closed(HttpConnection connection) {
    waits.remove(connection);
  }

  /** The body of a request is awaited. */
  void begun(HttpConnection connection, Exchange exchange) {
    waits.replace(connection, new Wait(end(MAX_REQUEST), exchange));
  }

  /** The next request is awaited. */
  void finished(HttpConnection connection) {
    waits.replace(connection, new Wait(end(MAX_IDLE), null));
  }

  /** Ends what is over its time. */
  void sweep() {
    long now = nanoseconds.getAsLong();
    for (Map.Entry<HttpConnection, Wait> entry : new ArrayList<>(waits.entrySet())) {
      if (entry.getValue().end() - now < 0) {
        end(entry.getKey(), entry.getValue());
      }
    }
  }

  private static void end(HttpConnection connection, Wait wait) {
    Exchange exchange = wait.exchange();
    if (exchange == null) {
      connection.close();
    } else {
      exchange.timeOut();
    }
  }

  private long end(Duration wait) {
    return nanoseconds.getAsLong() + wait.toNanos();
  }

  private record Wait(long end, @Nullable Exchange exchange) {}
}
