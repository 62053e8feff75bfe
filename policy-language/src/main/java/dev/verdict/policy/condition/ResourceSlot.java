package dev.verdict.policy.condition;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.work.WorkMeter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attribute of the resource. */
final class ResourceSlot extends Slot {

  private final AttributeDeclaration declaration;
  private final StoredAttributes data;

  ResourceSlot(String path, AttributeDeclaration declaration, StoredAttributes data) {
    super(path);
    this.declaration = declaration;
    this.data = data;
  }

  private @Nullable Value value(AccessRequest request) {
    Entity resource = request.resource();
    Value value = asserted(declaration, resource.attributes());
    return value == null && declaration.fromData()
        ? data.ofResource(resource.type(), resource.id()).get(declaration.name())
        : value;
  }

  @Override
  Object read(AccessRequest request, WorkMeter meter) {
    return converted(declaration, value(request), meter);
  }

  @Override
  Optional<AttributePath> open(AccessRequest request) {
    return open(Root.RESOURCE, declaration, request.resource().attributes());
  }
}
