package dev.verdict.server.transport;

import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.connection.Connection;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections that wait too long. A timeout that starts anew with each byte would let a caller
 * hold a connection for ever by sending one byte now and then, so each wait has one end. One that
 * is closed ends once all is read that was written, so that has an end too.
 *
 * <p>One timer looks at all connections: a timer for each request would cost more than the request.
 * Belongs to one event loop.
 */
final class ConnectionDeadlines {

  /**
   * From the head of a request to the last byte of its body, and from connecting to the first
   * request.
   */
  static final Duration MAX_REQUEST = Duration.ofSeconds(10);

  private final LongSupplier nanoseconds;
  private final Duration maxIdle;
  private final Map<HttpConnection, Wait> waits = new HashMap<>();
  private volatile boolean draining;

  /**
   * @param nanoseconds a clock that never goes back, such as {@code System::nanoTime}
   * @param maxIdle from an answer to the next request
   */
  ConnectionDeadlines(LongSupplier nanoseconds, Duration maxIdle) {
    this.nanoseconds = nanoseconds;
    this.maxIdle = maxIdle;
  }

  /** No connection is to wait for another request; to be called on any thread. */
  void drain() {
    draining = true;
  }

  void opened(HttpConnection connection, Connection counted) {
    waits.put(connection, new Wait(connection, counted));
  }

  void closed(HttpConnection connection) {
    waits.remove(connection);
  }

  /** Whose request has arrived; null where the connection has ended since. */
  @Nullable Wait find(HttpConnection connection) {
    return waits.get(connection);
  }

  /** Ends what is over its time. */
  void sweep() {
    long now = nanoseconds.getAsLong();
    for (Wait wait : new ArrayList<>(waits.values())) {
      if (wait.end - now < 0) {
        wait.timeOut();
      }
    }
  }

  /** What one connection waits for. */
  final class Wait {

    private final HttpConnection connection;
    private final Connection counted;
    private long end;
    private @Nullable Exchange exchange;
    private boolean answering;
    private boolean leaving;

    private Wait(HttpConnection connection, Connection counted) {
      this.connection = connection;
      this.counted = counted;
      this.end = nanoseconds.getAsLong() + MAX_REQUEST.toNanos();
    }

    /** Whether the answer to the request is the last on its connection. */
    boolean isLast() {
      return draining;
    }

    Connection connection() {
      return counted;
    }

    /** The rest of a request is awaited. */
    void begun(Exchange waiting) {
      end = nanoseconds.getAsLong() + MAX_REQUEST.toNanos();
      exchange = waiting;
    }

    /** The next request is awaited. */
    void finished() {
      if (!leaving) {
        end = nanoseconds.getAsLong() + maxIdle.toNanos();
        exchange = null;
        answering = false;
      }
    }

    /** The caller is to read its answer. */
    void answering() {
      end = nanoseconds.getAsLong() + ConnectionLimits.ANSWER_TIME.toNanos();
      exchange = null;
      answering = true;
    }

    /** The caller is to read its answer, and none comes after it. */
    void leaving() {
      if (!leaving) {
        answering();
        leaving = true;
      }
    }

    /** Whether no request is answered any more. */
    boolean isLeaving() {
      return leaving;
    }

    /** Closes the connection once all is read, or at the end of the time for that. */
    void close() {
      leaving();
      connection.close();
    }

    private void timeOut() {
      if (answering) {
        counted.leftAnswer();
      } else if (exchange != null) {
        exchange.timeOut();
      } else {
        close();
      }
    }
  }
}
