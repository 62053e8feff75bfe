package dev.verdict.server.connection;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of calls that have begun to arrive and are not yet answered, of all doors together. A
 * bound on one body is none on memory where many callers send at once.
 *
 * <p>Safe for use by many threads at once.
 */
public final class BytesInFlight {

  private final long max;
  private final AtomicLong held = new AtomicLong();

  /**
   * @param max how many bytes may be held at once
   */
  public BytesInFlight(long max) {
    this.max = max;
  }

  /**
   * Counts bytes that arrived; whoever took them gives them back with {@link #release}.
   *
   * @return false where there is no room, and nothing was taken
   */
  public boolean take(long bytes) {
    if (held.addAndGet(bytes) <= max) {
      return true;
    }
    held.addAndGet(-bytes);
    return false;
  }

  public void release(long bytes) {
    held.addAndGet(-bytes);
  }

  /** How many are held now. */
  public long held() {
    return held.get();
  }
}
