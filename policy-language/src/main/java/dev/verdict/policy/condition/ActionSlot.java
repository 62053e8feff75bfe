package dev.verdict.policy.condition;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.work.WorkMeter;
import java.util.Map;
import java.util.Optional;

/** An attribute of the action, which each action may declare in its own way. */
final class ActionSlot extends Slot {

  private final Map<String, AttributeDeclaration> declarations;
  private final StoredAttributes data;

  ActionSlot(String path, Map<String, AttributeDeclaration> declarations, StoredAttributes data) {
    super(path);
    this.declarations = declarations;
    this.data = data;
  }

  @Override
  Object read(AccessRequest request, WorkMeter meter) {
    AttributeDeclaration declaration = declarations.get(request.action().name());
    return declaration == null
        ? Absent.ABSENT
        : converted(
            declaration,
            asserted(declaration, request.action().attributes()),
            ancestry(data, request, Part.ACTION, /* brought= */ true),
            meter);
  }

  @Override
  Optional<AttributePath> open(AccessRequest request) {
    return Optional.ofNullable(declarations.get(request.action().name()))
        .flatMap(declared -> open(Root.ACTION, declared, request.action().attributes()));
  }
}
