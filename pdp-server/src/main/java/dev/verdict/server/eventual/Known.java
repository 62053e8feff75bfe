package dev.verdict.server.eventual;

import java.util.function.Consumer;
import java.util.function.Function;

/** A result that was there from the start. */
record Known<T>(T value) implements Eventual<T> {

  @Override
  public boolean isDone() {
    return true;
  }

  @Override
  public void whenDone(Consumer<? super T> then, Consumer<? super Throwable> failed) {
    then.accept(value);
  }

  @Override
  public void deliver(Consumer<? super T> then, Consumer<? super Throwable> failed) {
    then.accept(value);
  }

  @Override
  public <R> Eventual<R> flatMap(Function<? super T, ? extends Eventual<R>> function) {
    return function.apply(value);
  }
}
