package dev.verdict.policy.evaluate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Numbers the names that targets speak of, so that sets of them are bit sets. Immutable. */
public final class NameIndex {

  private final Map<String, Integer> numbers;

  public NameIndex(Collection<String> names) {
    var numbered = new HashMap<String, Integer>();
    for (String name : names) {
      numbered.putIfAbsent(name, numbered.size());
    }
    this.numbers = numbered;
  }

  boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** The set of those names that have a number; others are of no interest to any target. */
  public long[] bits(Collection<?> names) {
    var bits = new long[(numbers.size() + 63) >>> 6];
    for (Object name : names) {
      Integer number = numbers.get(name);
      if (number != null) {
        bits[number >>> 6] |= 1L << number;
      }
    }
    return bits;
  }

  /** Whether two sets share a name. */
  static boolean intersects(long[] left, long[] right) {
    for (int i = 0; i < left.length; i++) {
      if ((left[i] & right[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the first set holds all of the second. */
  static boolean containsAll(long[] set, long[] part) {
    for (int i = 0; i < set.length; i++) {
      if ((part[i] & ~set[i]) != 0) {
        return false;
      }
    }
    return true;
  }
}
