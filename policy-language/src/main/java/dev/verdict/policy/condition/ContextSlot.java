package dev.verdict.policy.condition;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import org.jspecify.annotations.Nullable;

/** An attribute of the context. */
final class ContextSlot extends Slot {

  private final AttributeDeclaration declaration;

  ContextSlot(String path, AttributeDeclaration declaration) {
    super(path);
    this.declaration = declaration;
  }

  @Override
  public @Nullable Value value(AccessRequest request) {
    return asserted(declaration, request.context());
  }

  @Override
  Object read(AccessRequest request) {
    return converted(declaration, value(request));
  }
}
