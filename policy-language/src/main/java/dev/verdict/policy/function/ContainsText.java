package dev.verdict.policy.function;

import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.work.Steps;

/** Whether a text has another somewhere in it. */
public final class ContainsText implements ValueFunction.OfTwo {

  @Override
  public Type type() {
    return Simple.BOOL;
  }

  @Override
  public long steps(Object text, Object part) {
    return Steps.searched(((String) text).length(), ((String) part).length());
  }

  @Override
  public Object apply(Object text, Object part) {
    return TextSearch.contains((String) text, (String) part);
  }
}
