package dev.verdict.policy.schema;

import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a value of a condition is to a caller: the way back from {@link Conversion}, for texts,
 * numbers, flags, times, addresses, references (their ids) and collections of these.
 */
public final class WireForm {

  private WireForm() {}

  /** The value to send; a set is sorted, so that the same set is the same list. */
  public static Value of(Object value) {
    if (value instanceof Boolean flag) {
      return new Value.Flag(flag);
    }
    if (value instanceof Long number) {
      return new Value.Whole(number);
    }
    if (value instanceof BigDecimal number) {
      return new Value.Decimal(number);
    }
    if (value instanceof EntityReference reference) {
      return new Value.Text(reference.id());
    }
    if (value instanceof Set<?> set) {
      return new Value.Sequence(sorted(set).map(WireForm::of).toList());
    }
    return value instanceof List<?> list
        ? new Value.Sequence(list.stream().map(WireForm::of).toList())
        : new Value.Text(value.toString());
  }

  /** Values of one type, which has an order of its own or is sent as text. */
  private static Stream<?> sorted(Collection<?> values) {
    boolean ordered = values.stream().allMatch(value -> value instanceof Comparable);
    return ordered
        ? values.stream().sorted()
        : values.stream().sorted(Comparator.comparing(value -> of(value).toString()));
  }
}
