package dev.verdict.server.eventual;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The end of the time in which somebody waits for the results of one call. It has no timer of its
 * own: one is set for each result that is not there at once, and taken back when that comes.
 * Belongs to the event loop of the call.
 */
public final class Deadline {

  private final Executor loop;
  private final LongSupplier nanoseconds;
  private final long end;
  private final BooleanSupplier nobodyWaits;

  /**
   * Begins now.
   *
   * @param loop the one that runs now is where results are brought
   * @param nanoseconds a clock that never goes back, such as {@code System::nanoTime}
   * @param longest until it is over
   * @param nobodyWaits whether it is over before that; asked on the loop
   */
  public Deadline(
      CurrentLoop loop, LongSupplier nanoseconds, Duration longest, BooleanSupplier nobodyWaits) {
    this.loop = loop.executor();
    this.nanoseconds = nanoseconds;
    this.end = nanoseconds.getAsLong() + longest.toNanos();
    this.nobodyWaits = nobodyWaits;
  }

  /** True where a result would come too late now. */
  public boolean isOver() {
    return left() < 0 || nobodyWaits.getAsBoolean();
  }

  /**
   * The same result; where it is not there yet, it comes on the event loop of the call. Fails with
   * a {@link WorkAbandonedException} once the deadline is over; what comes later is dropped.
   */
  public <T> Eventual<T> keep(Eventual<T> result) {
    return bring(result, kept -> kept.fail(new WorkAbandonedException()));
  }

  /** The same, with something else in place of what comes too late. */
  public <T> Eventual<T> keep(Eventual<T> result, T late) {
    return bring(result, kept -> kept.complete(late));
  }

  private <T> Eventual<T> bring(Eventual<T> result, Consumer<Promise<T>> late) {
    if (result.isDone()) {
      return result;
    }
    var kept = new Promise<T>();
    var first = new CompletableFuture<Runnable>();
    var unused =
        first
            .completeOnTimeout(() -> late.accept(kept), left(), TimeUnit.NANOSECONDS)
            .thenAcceptAsync(Runnable::run, loop);
    result.whenDone(
        value ->
            first.complete(
                () -> {
                  if (isOver()) {
                    late.accept(kept);
                  } else {
                    kept.complete(value);
                  }
                }),
        fault -> first.complete(() -> kept.fail(fault)));
    return kept;
  }

  private long left() {
    return end - nanoseconds.getAsLong();
  }
}
