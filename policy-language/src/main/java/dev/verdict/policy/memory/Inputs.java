package dev.verdict.policy.memory;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that a piece of work depends on.
 *
 * @param objects immutable ones, of which only the very same count as unchanged
 * @param values compared in full, by {@code equals}
 */
public record Inputs(List<?> objects, List<?> values) {

  public Inputs {
    objects = List.copyOf(objects);
    values = List.copyOf(values);
  }

  /** Stands for an object that is absent. */
  public static final Object NONE = new Object();

  /** Work that depends on nothing. */
  public static final Inputs NOTHING = new Inputs(List.of(), List.of());

  /** Nothing but objects. */
  public static Inputs objects(Object... objects) {
    return new Inputs(List.of(objects), List.of());
  }

  /** Nothing but values. */
  public static Inputs values(Object... values) {
    return new Inputs(List.of(), List.of(values));
  }

  /** These and more objects. */
  public Inputs and(List<?> more) {
    return new Inputs(Stream.concat(objects.stream(), more.stream()).toList(), values);
  }

  /** These and more values. */
  public Inputs andValues(Object... more) {
    return new Inputs(objects, Stream.concat(values.stream(), Stream.of(more)).toList());
  }

  /** Whether a piece of work that depends on these has the same result with the others. */
  boolean areSame(Inputs others) {
    if (objects.size() != others.objects.size()) {
      return false;
    }
    for (int i = 0; i < objects.size(); i++) {
      if (objects.get(i) != others.objects.get(i)) {
        return false;
      }
    }
    return values.equals(others.values);
  }
}
