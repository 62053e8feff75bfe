package dev.verdict.server.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running parts of a server, closed in the reverse of the order in which they were opened. */
final class OpenParts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OpenParts.class);

  /** A way to end something, which needs no time or bounds it. */
  interface Part {
    void close();
  }

  private final Deque<Part> parts = new ArrayDeque<>();

  synchronized void add(Part part) {
    parts.push(part);
  }

  /** Closes every part, also where one of them fails to close; later calls do nothing. */
  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      close(parts.pop());
    }
  }

  private static void close(Part part) {
    try {
      part.close();
    } catch (RuntimeException e) {
      LOG.error("event=close_failed", e);
    }
  }
}
