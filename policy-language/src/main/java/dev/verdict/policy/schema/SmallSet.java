package dev.verdict.policy.schema;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A set of a few values, side by side: roles, scopes and groups mostly are few, and to make a hash
 * table of them costs more than all that a condition asks of it. Immutable.
 */
final class SmallSet extends AbstractSet<Object> {

  /** From here on a hash table is cheaper to ask. */
  static final int MAX_SIZE = 8;

  private final Object[] values;

  private SmallSet(Object[] values) {
    this.values = values;
  }

  /**
   * The set of some values.
   *
   * @param values at most {@value #MAX_SIZE}, which may repeat each other; taken over, not copied
   */
  static SmallSet of(Object[] values) {
    int size = 0;
    for (Object value : values) {
      if (!holds(values, size, value)) {
        values[size++] = value;
      }
    }
    return new SmallSet(size == values.length ? values : Arrays.copyOf(values, size));
  }

  private static boolean holds(Object[] values, int size, @Nullable Object wanted) {
    for (int i = 0; i < size; i++) {
      if (values[i].equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean contains(@Nullable Object value) {
    return holds(values, values.length, value);
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Iterator<Object> iterator() {
    return Arrays.asList(values).iterator();
  }
}
