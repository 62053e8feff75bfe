package dev.verdict.policy.function;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.work.Steps;
import org.jspecify.annotations.Nullable;

/**
 * Texts one after the other. Bounded, or a few variables that each double the one before would fill
 * the memory.
 */
public final class Concat implements ValueFunction.OfMany {

  @Override
  public Type type() {
    return Simple.STRING;
  }

  @Override
  public String failure() {
    return "is too long";
  }

  @Override
  public long steps(Object[] arguments) {
    long length = 0;
    for (Object argument : arguments) {
      length += ((String) argument).length();
    }
    return Steps.hashed((int) length);
  }

  @Override
  public @Nullable Object apply(Object[] arguments) {
    long length = 0;
    for (Object argument : arguments) {
      length += ((String) argument).length();
    }
    if (length > Limit.RESULT_LENGTH.standard()) {
      return null;
    }
    var text = new StringBuilder((int) length);
    for (Object argument : arguments) {
      text.append((String) argument);
    }
    return text.toString();
  }
}
