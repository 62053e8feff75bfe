package dev.verdict.policy.evaluate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The elements of several lists, each once, in their order. Nearly always at most one of the lists
 * holds anything, and then it is taken as it is.
 */
final class DistinctElements<T> {

  private List<T> first = List.of();
  private @Nullable Set<T> several;

  void addAll(List<T> elements) {
    if (elements.isEmpty()) {
      return;
    }
    if (several != null) {
      several.addAll(elements);
    } else if (first.isEmpty()) {
      first = elements;
    } else {
      several = new LinkedHashSet<>(first);
      several.addAll(elements);
    }
  }

  List<T> list() {
    return several == null ? first : List.copyOf(several);
  }
}
