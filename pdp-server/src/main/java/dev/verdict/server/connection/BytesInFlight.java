package dev.verdict.server.connection;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that calls under way hold, of all doors together: of what arrives, or of answers that
 * wait to be read. A bound on one of them is none on memory where there are many at once.
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
   * Counts more bytes; whoever took them gives them back with {@link #release}.
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
