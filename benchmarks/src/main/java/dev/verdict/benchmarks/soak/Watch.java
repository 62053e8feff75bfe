package dev.verdict.benchmarks.soak;

import dev.verdict.benchmarks.soak.figure.Series;
import dev.verdict.benchmarks.soak.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Looks at a server once a second: its memory, and whether it says that it is healthy. */
final class Watch {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);
  private static final double NANOSECONDS = 1e9;

  private final ServerProcess server;
  private final double heapInterval;
  private final double settling;
  private final Series resident = new Series();
  private final Series heap = new Series();
  private int healthy;
  private int unhealthy;
  private double nextHeap;

  /**
   * @param heapInterval seconds between two looks at the heap, each of which costs a full
   *     collection; the first comes after one interval
   * @param settling until when it does not count that the server says nothing of its health
   */
  Watch(ServerProcess server, double heapInterval, Duration settling) {
    this.server = server;
    this.heapInterval = heapInterval;
    this.settling = settling.toSeconds();
    this.nextHeap = heapInterval;
  }

  /** Looks for a time, or until the process has ended. */
  void look(Duration time) throws InterruptedException {
    long start = System.nanoTime();
    for (int number = 1; server.isAlive(); number++) {
      long due = start + number * LOOK.toNanos();
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      double seconds = (System.nanoTime() - start) / NANOSECONDS;
      if (seconds > time.toSeconds()) {
        return;
      }
      look(seconds);
    }
  }

  private void look(double seconds) throws InterruptedException {
    try {
      resident.add(seconds, (double) server.figures().residentBytes());
      if (seconds >= nextHeap) {
        nextHeap += heapInterval;
        heap.add(seconds, (double) server.figures().heapBytesAfterCollection());
      }
    } catch (IOException ended) {
      if (!server.endsWithin(LOOK)) {
        throw new UncheckedIOException(ended);
      }
      return;
    }
    if (isHealthy()) {
      healthy++;
    } else if (seconds > settling) {
      unhealthy++;
    }
  }

  private boolean isHealthy() {
    InetSocketAddress admin = server.addresses().admin();
    try {
      var connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + admin.getPort() + "/healthz")
                  .toURL()
                  .openConnection();
      connection.setConnectTimeout((int) HEALTH_PATIENCE.toMillis());
      connection.setReadTimeout((int) HEALTH_PATIENCE.toMillis());
      connection.setRequestProperty("Connection", "close");
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException unanswered) {
      return false;
    }
  }

  Series resident() {
    return resident;
  }

  Series heap() {
    return heap;
  }

  /** How often it said in time that it is healthy. */
  int healthy() {
    return healthy;
  }

  /** Number of looks after the settling time at which the server did not answer in time. */
  int unhealthy() {
    return unhealthy;
  }
}
