package dev.verdict.policy.function;

import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.work.Steps;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What one set or list has of another; order and repetition do not matter. In time linear in both:
 * a long list would be gone through once for each value of the other.
 */
public enum CollectionFunction implements ValueFunction.OfTwo {
  /** Whether the first has every value of the second; so it is where the second has none. */
  CONTAINS_ALL,
  /** Whether the first has some value of the second; so it is not where one of them has none. */
  CONTAINS_ANY;

  @Override
  public Type type() {
    return Simple.BOOL;
  }

  @Override
  public long steps(Object first, Object second) {
    return Steps.looked((Collection<?>) first) + Steps.looked((Collection<?>) second);
  }

  @Override
  public Object apply(Object first, Object second) {
    Set<?> held = first instanceof Set<?> set ? set : new HashSet<>((Collection<?>) first);
    boolean all = this == CONTAINS_ALL;
    for (Object value : (Collection<?>) second) {
      if (held.contains(value) != all) {
        return !all;
      }
    }
    return all;
  }
}
