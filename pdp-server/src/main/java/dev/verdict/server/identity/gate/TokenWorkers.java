package dev.verdict.server.identity.gate;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that verify signatures. Few, so that a flood of bad tokens leaves processors to
 * decisions; and only so many tokens wait for them as are verified within about a second.
 */
public final class TokenWorkers {

  static final int MAX_WAITING = 1_024;

  private static final int MAX_THREADS = 4;

  private TokenWorkers() {}

  /** Starts half as many threads as there are processors, at least one, at most four. */
  public static ExecutorService start() {
    int half = Runtime.getRuntime().availableProcessors() / 2;
    int threads = Math.max(1, Math.min(MAX_THREADS, half));
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(MAX_WAITING),
        task -> {
          var thread = new Thread(task, "token-verification");
          thread.setDaemon(true);
          return thread;
        });
  }
}
