package dev.verdict.policy.check.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What has to be present for a variable to have a value. Its definition does not know where it is
 * used, so this is collected there, and asked for at each use.
 */
final class Needs {

  private final Deque<Set<Place>> open = new ArrayDeque<>();

  /** Begins a definition, which may stand within another. */
  void begin() {
    open.push(new LinkedHashSet<>());
  }

  /** Ends it, and says what it needs. */
  Set<Place> end() {
    return open.pop();
  }

  /** Notes a need of the definition; false, and nothing noted, outside of definitions. */
  boolean defer(Place place) {
    Set<Place> needed = open.peek();
    if (needed == null) {
      return false;
    }
    needed.add(place);
    return true;
  }
}
