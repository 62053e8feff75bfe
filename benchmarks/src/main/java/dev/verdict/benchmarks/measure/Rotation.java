package dev.verdict.benchmarks.measure;

import java.util.List;
import java.util.function.Function;

/**
 * Inputs, one after the other and again from the start, so that no branch is always the same. For
 * one thread.
 */
public final class Rotation<T> {

  private final List<T> inputs;
  private int next;

  private Rotation(List<T> inputs) {
    this.inputs = inputs;
  }

  /** The inputs, each prepared once. */
  public static <S, T> Rotation<T> of(List<S> sources, Function<S, T> prepare) {
    return new Rotation<>(sources.stream().map(prepare).toList());
  }

  /** The next one. */
  public T next() {
    next = next + 1 == inputs.size() ? 0 : next + 1;
    return inputs.get(next);
  }
}
