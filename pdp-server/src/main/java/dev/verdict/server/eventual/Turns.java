package dev.verdict.server.eventual;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Cuts long work into turns, between which other work of the event loop runs: so nobody waits
 * behind the whole of somebody else's batch. A turn ends by what was done in it, and by the time
 * that it took. One for each piece of work; belongs to one thread at a time.
 */
public final class Turns {

  /** Most steps of one turn. */
  public static final int MAX_STEPS = 64;

  /** Longest turn, but for its last step. */
  static final long MAX_NANOSECONDS = 1_000_000;

  private final Executor loop;
  private final int maxSteps;
  private final LongSupplier nanoseconds;
  private final BooleanSupplier abandoned;
  private int steps;
  private long begun;

  private Turns(Executor loop, int maxSteps, LongSupplier nanoseconds, BooleanSupplier abandoned) {
    this.loop = loop;
    this.maxSteps = maxSteps;
    this.nanoseconds = nanoseconds;
    this.abandoned = abandoned;
    begin();
  }

  /**
   * The first turn begins.
   *
   * @param loop the one that runs now is where the work goes on
   * @param nanoseconds a clock that never goes back, such as {@code System::nanoTime}
   */
  public static Turns on(CurrentLoop loop, LongSupplier nanoseconds) {
    return new Turns(loop.executor(), MAX_STEPS, nanoseconds, () -> false);
  }

  /** One turn without an end, where nobody else waits. */
  public static Turns unbroken() {
    return new Turns(Runnable::run, Integer.MAX_VALUE, () -> 0, () -> false);
  }

  /** The same, up to a deadline that is looked at between two turns. */
  public Turns until(Deadline deadline) {
    return new Turns(loop, maxSteps, nanoseconds, deadline::isOver);
  }

  /** One more step is done. Whether the rest belongs into the {@linkplain #next next} turn. */
  public boolean over() {
    return ++steps >= maxSteps || nanoseconds.getAsLong() - begun > MAX_NANOSECONDS;
  }

  /**
   * The rest of the work, in a turn of its own; to be called on any thread. Fails with a {@link
   * WorkAbandonedException} where that would come too late.
   */
  public <T> Eventual<T> next(Supplier<Eventual<T>> rest) {
    var turn = new Promise<Turns>();
    Eventual<T> result =
        turn.flatMap(
            reached -> {
              begin();
              if (abandoned.getAsBoolean()) {
                throw new WorkAbandonedException();
              }
              return rest.get();
            });
    loop.execute(() -> turn.complete(this));
    return result;
  }

  private void begin() {
    steps = 0;
    begun = nanoseconds.getAsLong();
  }
}
