package dev.verdict.server.eventual;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A result that is there already or comes later.
 *
 * <p>Most decisions are there at once. Then this is one small object: no lock, no other thread, and
 * whoever passes it on asks {@link #isDone} and reads {@link #value} without making a callback.
 * What comes later is a {@link Promise}, which may fail; whoever waits for it says what to do then.
 * One party waits for a result: the one that it was handed to last.
 */
public sealed interface Eventual<T> permits Known, Promise {

  /** A result that is there. */
  static <T> Eventual<T> of(T value) {
    return new Known<>(value);
  }

  /** Whether {@link #value} may be called. A result that failed is never done. */
  boolean isDone();

  /**
   * The result.
   *
   * @throws IllegalStateException where it is not {@linkplain #isDone done}
   */
  T value();

  /**
   * Calls one of the two: at once, on this thread, where the outcome is known already, else on the
   * thread that brings it.
   *
   * @param then takes the result
   * @param failed takes what prevented a result
   * @throws IllegalStateException where somebody waits for this result already
   */
  void whenDone(Consumer<? super T> then, Consumer<? super Throwable> failed);

  /**
   * Hands the result over, as {@link #whenDone} does.
   *
   * <p>INVARIANT: what {@code then} throws on another thread goes to {@code failed}, else whoever
   * waits there would wait for ever. On this thread faults are for whoever called.
   */
  void deliver(Consumer<? super T> then, Consumer<? super Throwable> failed);

  /**
   * What becomes of the result.
   *
   * <p>A failure stays one. What the function throws is thrown here where the result was there from
   * the start, else it is the failure of what is returned.
   */
  default <R> Eventual<R> map(Function<? super T, ? extends R> function) {
    return flatMap(value -> of(function.apply(value)));
  }

  /** The same, where what becomes of the result may itself come later. */
  <R> Eventual<R> flatMap(Function<? super T, ? extends Eventual<R>> function);
}
