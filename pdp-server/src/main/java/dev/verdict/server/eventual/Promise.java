package dev.verdict.server.eventual;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A result that comes later. Whoever owes it calls {@link #complete} or {@link #fail}, once.
 *
 * <p>INVARIANT: the one who owes sets the outcome before it looks for somebody waiting, and the one
 * who waits says so before it looks for an outcome. So at least one of them sees both, and taking
 * the waiting party out of its place decides which of them calls it.
 */
public final class Promise<T> implements Eventual<T> {

  private record Waiting<T>(Consumer<? super T> then, Consumer<? super Throwable> failed) {}

  private sealed interface Outcome<T> {
    void tell(Waiting<T> waiting);
  }

  private record Arrived<T>(T value) implements Outcome<T> {
    @Override
    public void tell(Waiting<T> waiting) {
      waiting.then().accept(value);
    }
  }

  private record Failed<T>(Throwable fault) implements Outcome<T> {
    @Override
    public void tell(Waiting<T> waiting) {
      waiting.failed().accept(fault);
    }
  }

  private final AtomicReference<@Nullable Outcome<T>> outcome = new AtomicReference<>();
  private final AtomicReference<@Nullable Waiting<T>> waiting = new AtomicReference<>();

  /**
   * Brings the result.
   *
   * @throws IllegalStateException where the outcome is known already
   */
  public void complete(T value) {
    settle(new Arrived<>(value));
  }

  /**
   * Says that there will be no result.
   *
   * @param fault why
   * @throws IllegalStateException where the outcome is known already
   */
  public void fail(Throwable fault) {
    settle(new Failed<>(fault));
  }

  @Override
  public boolean isDone() {
    return outcome.get() instanceof Arrived<T>;
  }

  @Override
  public T value() {
    if (outcome.get() instanceof Arrived<T> arrived) {
      return arrived.value();
    }
    throw new IllegalStateException("there is no result yet");
  }

  @Override
  public void whenDone(Consumer<? super T> then, Consumer<? super Throwable> failed) {
    var newcomer = new Waiting<T>(then, failed);
    Outcome<T> known = outcome.get();
    if (known != null) {
      known.tell(newcomer);
      return;
    }
    if (!waiting.compareAndSet(null, newcomer)) {
      throw new IllegalStateException("somebody waits for this result already");
    }
    Outcome<T> meanwhile = outcome.get();
    if (meanwhile != null) {
      tell(meanwhile);
    }
  }

  @Override
  public void deliver(Consumer<? super T> then, Consumer<? super Throwable> failed) {
    if (isDone()) {
      then.accept(value());
      return;
    }
    map(value -> {
          then.accept(value);
          return value;
        })
        .whenDone(delivered -> {}, failed);
  }

  @Override
  public <R> Eventual<R> flatMap(Function<? super T, ? extends Eventual<R>> function) {
    var result = new Promise<R>();
    whenDone(value -> result.follow(function, value), result::fail);
    return result;
  }

  /**
   * Comes to what the function makes of a value. What it throws is caught to be passed on: the
   * thread that brings the value cannot answer for it, and whoever waits would wait forever.
   */
  private <S> void follow(Function<? super S, ? extends Eventual<T>> function, S value) {
    Eventual<T> next;
    try {
      next = function.apply(value);
    } catch (RuntimeException | Error fault) {
      fail(fault);
      return;
    }
    next.whenDone(this::complete, this::fail);
  }

  private void settle(Outcome<T> settled) {
    if (!outcome.compareAndSet(null, settled)) {
      throw new IllegalStateException("the outcome is known already");
    }
    tell(settled);
  }

  private void tell(Outcome<T> known) {
    Waiting<T> first = waiting.getAndSet(null);
    if (first != null) {
      known.tell(first);
    }
  }
}
