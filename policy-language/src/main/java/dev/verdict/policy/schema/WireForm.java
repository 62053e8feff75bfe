package dev.verdict.policy.schema;

import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

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
      // INVARIANT: whatever may stand in a set that is sent has an order of its own
      return new Value.Sequence(set.stream().sorted().map(WireForm::of).toList());
    }
    return value instanceof List<?> list
        ? new Value.Sequence(list.stream().map(WireForm::of).toList())
        : new Value.Text(value.toString());
  }
}
