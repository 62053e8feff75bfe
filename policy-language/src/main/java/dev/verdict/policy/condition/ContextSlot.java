package dev.verdict.policy.condition;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.work.WorkMeter;
import java.util.Optional;
import java.util.Set;

/** An attribute of the context. */
final class ContextSlot extends Slot {

  private final AttributeDeclaration declaration;
  private final Set<String> others;
  private final StoredAttributes data;

  ContextSlot(
      String path, AttributeDeclaration declaration, Set<String> others, StoredAttributes data) {
    super(path);
    this.others = others;
    this.declaration = declaration;
    this.data = data;
  }

  @Override
  Object read(AccessRequest request, WorkMeter meter) {
    Value value = asserted(declaration, request.context());
    return value == null
        ? missing(declaration.name(), request.context(), others, meter)
        : converted(
            declaration, value, ancestry(data, request, Part.CONTEXT, /* brought= */ true), meter);
  }

  @Override
  Optional<AttributePath> open(AccessRequest request) {
    return open(Root.CONTEXT, declaration, request.context());
  }
}
