package dev.verdict.policy.condition;

import dev.verdict.policy.request.Value;
import dev.verdict.policy.work.Steps;
import dev.verdict.policy.work.WorkMeter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the names that targets speak of, so that sets of them are bit sets. Immutable.
 *
 * <p>A bit set ends with its last name: {@link #NOTHING} is the empty one whatever the index.
 */
public final class NameIndex {

  /** The set without a name. */
  public static final long[] NOTHING = {};

  /** In a signature: fulfilled by everybody. */
  public static final long ANYBODY = 1L << 63;

  private final Map<String, Integer> numbers;

  public NameIndex(Collection<String> names) {
    var numbered = new HashMap<String, Integer>();
    for (String name : names) {
      numbered.putIfAbsent(name, numbered.size());
    }
    this.numbers = numbered;
  }

  public boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** The set of those names that have a number; others are of no interest to any target. */
  public long[] bits(Collection<String> names) {
    long[] bits = NOTHING;
    for (String name : names) {
      bits = with(bits, name);
    }
    return bits;
  }

  /**
   * The same for names as they arrived; null where the value is no {@code set<string>}. Straight
   * from the request: this runs for every decision.
   */
  long @Nullable [] bits(Value value, WorkMeter meter) {
    if (!(value instanceof Value.Sequence sequence)) {
      return null;
    }
    meter.charge((long) Steps.VALUE * sequence.values().size());
    long[] bits = NOTHING;
    for (Value name : sequence.values()) {
      if (!(name instanceof Value.Text text)) {
        return null;
      }
      meter.charge(Steps.hashed(text.text().length()));
      bits = with(bits, text.text());
    }
    return bits;
  }

  /** The set of all names. */
  long[] everything() {
    return bits(numbers.keySet());
  }

  private long[] with(long[] bits, String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      return bits;
    }
    long[] all = bits == NOTHING ? new long[(numbers.size() + 63) >>> 6] : bits;
    all[number >>> 6] |= 1L << number;
    return all;
  }

  /** Whether two sets share a name. */
  public static boolean intersects(long[] left, long[] right) {
    for (int i = Math.min(left.length, right.length) - 1; i >= 0; i--) {
      if ((left[i] & right[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the first set holds all of the second. */
  public static boolean containsAll(long[] set, long[] part) {
    for (int i = 0; i < part.length; i++) {
      if ((part[i] & ~(i < set.length ? set[i] : 0)) != 0) {
        return false;
      }
    }
    return true;
  }

  /** All words of a set laid over each other: two sets with a common name share a bit in it. */
  public static long signature(long[] bits) {
    long signature = 0;
    for (long word : bits) {
      signature |= word;
    }
    return signature;
  }
}
