package dev.verdict.policy.function;

import dev.verdict.policy.address.AddressRange;
import dev.verdict.policy.address.IpAddress;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.work.Steps;
import java.util.Collection;

/** Whether an address is in a range, or in one of several. */
public enum InRange implements ValueFunction.OfTwo {
  OF_ONE,
  OF_SEVERAL;

  @Override
  public Type type() {
    return Simple.BOOL;
  }

  @Override
  public long steps(Object address, Object ranges) {
    return this == OF_ONE ? 0 : Steps.VALUE * (long) ((Collection<?>) ranges).size();
  }

  @Override
  public Object apply(Object address, Object ranges) {
    var wanted = (IpAddress) address;
    if (this == OF_ONE) {
      return ((AddressRange) ranges).contains(wanted);
    }
    for (Object range : (Collection<?>) ranges) {
      if (((AddressRange) range).contains(wanted)) {
        return true;
      }
    }
    return false;
  }
}
