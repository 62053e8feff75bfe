package dev.verdict.policy.function;

import dev.verdict.policy.schema.EntityReference;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Reference;
import dev.verdict.policy.work.Steps;
import org.jspecify.annotations.Nullable;

/**
 * A text as a reference.
 *
 * @param reference its type
 */
public record ToReference(Reference reference) implements ValueFunction.OfOne {

  @Override
  public Type type() {
    return reference;
  }

  @Override
  public String failure() {
    return "is no id";
  }

  @Override
  public long steps(Object argument) {
    return Steps.VALUE + Steps.hashed(((String) argument).length());
  }

  @Override
  public @Nullable Object apply(Object argument) {
    String id = (String) argument;
    return EntityReference.isId(id) ? new EntityReference(reference.entity(), id) : null;
  }
}
