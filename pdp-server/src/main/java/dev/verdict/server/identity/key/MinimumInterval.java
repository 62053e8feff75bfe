package dev.verdict.server.identity.key;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets something happen only so often. A clock that is set back must not stop it for long, so the
 * distance counts in either direction. Safe for use by many threads at once.
 */
public final class MinimumInterval {

  private static final long NEVER = Long.MIN_VALUE;

  private final long millis;
  private final AtomicLong last = new AtomicLong(NEVER);

  public MinimumInterval(long millis) {
    this.millis = millis;
  }

  /** Whether it may happen now; for one of several threads that ask at once. */
  public boolean tryNow(long now) {
    long before = last.get();
    boolean due = before == NEVER || Math.abs(now - before) >= millis;
    return due && last.compareAndSet(before, now);
  }

  /** It happens now, due or not. */
  void happens(long now) {
    last.set(now);
  }
}
