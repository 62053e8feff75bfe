package dev.verdict.policy.condition;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.work.WorkMeter;
import java.util.Map;
import java.util.Optional;

/** An attribute of the action, which each action may declare in its own way. */
final class ActionSlot extends Slot {

  private final Map<String, AttributeDeclaration> declarations;

  ActionSlot(String path, Map<String, AttributeDeclaration> declarations) {
    super(path);
    this.declarations = declarations;
  }

  @Override
  Object read(AccessRequest request, WorkMeter meter) {
    AttributeDeclaration declaration = declarations.get(request.action().name());
    return declaration == null
        ? Absent.ABSENT
        : converted(declaration, asserted(declaration, request.action().attributes()), meter);
  }

  @Override
  Optional<AttributePath> open(AccessRequest request) {
    return Optional.ofNullable(declarations.get(request.action().name()))
        .flatMap(declared -> open(Root.ACTION, declared, request.action().attributes()));
  }
}
