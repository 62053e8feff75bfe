package dev.verdict.policy.condition;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.work.WorkMeter;
import java.util.Optional;

/** An attribute of the context. */
final class ContextSlot extends Slot {

  private final AttributeDeclaration declaration;

  ContextSlot(String path, AttributeDeclaration declaration) {
    super(path);
    this.declaration = declaration;
  }

  @Override
  Object read(AccessRequest request, WorkMeter meter) {
    return converted(declaration, asserted(declaration, request.context()), meter);
  }

  @Override
  Optional<AttributePath> open(AccessRequest request) {
    return open(Root.CONTEXT, declaration, request.context());
  }
}
