package dev.verdict.server.identity.key;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Keeps tasks until a test runs them, and remembers what is to be repeated. */
public final class ManualExecutor extends ScheduledThreadPoolExecutor {

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private Runnable repeated = () -> {};
  private long repeatedMillis;

  public ManualExecutor() {
    super(0);
  }

  @Override
  public void execute(Runnable task) {
    if (isShutdown()) {
      throw new RejectedExecutionException();
    }
    waiting.add(task);
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long initialDelay, long delay, TimeUnit unit) {
    repeated = task;
    repeatedMillis = unit.toMillis(delay);
    return null;
  }

  int waiting() {
    return waiting.size();
  }

  long repeatedMillis() {
    return repeatedMillis;
  }

  public void runWaiting() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  public void runRepeated() {
    repeated.run();
  }
}
