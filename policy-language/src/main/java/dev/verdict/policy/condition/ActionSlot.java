package dev.verdict.policy.condition;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.work.WorkMeter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An attribute of the action, which each action may declare in its own way. */
final class ActionSlot extends Slot {

  private final Map<String, AttributeDeclaration> declarations;
  private final Map<String, Set<String>> others;
  private final StoredAttributes data;

  ActionSlot(
      String path,
      Map<String, AttributeDeclaration> declarations,
      Map<String, Set<String>> others,
      StoredAttributes data) {
    super(path);
    this.others = others;
    this.declarations = declarations;
    this.data = data;
  }

  @Override
  Object read(AccessRequest request, WorkMeter meter) {
    AttributeDeclaration declaration = declarations.get(request.action().name());
    if (declaration == null) {
      return Absent.ABSENT;
    }
    Attributes given = request.action().attributes();
    Value value = asserted(declaration, given);
    return value == null
        ? missing(
            declaration.name(),
            given,
            others.getOrDefault(request.action().name(), Set.of()),
            meter)
        : converted(
            declaration, value, ancestry(data, request, Part.ACTION, /* brought= */ true), meter);
  }

  @Override
  Optional<AttributePath> open(AccessRequest request) {
    return Optional.ofNullable(declarations.get(request.action().name()))
        .flatMap(declared -> open(Root.ACTION, declared, request.action().attributes()));
  }
}
