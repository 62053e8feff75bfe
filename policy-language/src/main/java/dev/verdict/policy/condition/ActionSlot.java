package dev.verdict.policy.condition;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.OpenActions;
import dev.verdict.policy.work.WorkMeter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An attribute of the action, which each action may declare in its own way. */
final class ActionSlot extends Slot {

  private final Map<String, AttributeDeclaration> declarations;
  private final Optional<OpenActions> open;
  private final Map<String, Set<String>> others;
  private final StoredAttributes data;

  ActionSlot(
      String path,
      Map<String, AttributeDeclaration> declarations,
      Optional<OpenActions> open,
      Map<String, Set<String>> others,
      StoredAttributes data) {
    super(path);
    this.others = others;
    this.declarations = declarations;
    this.open = open;
    this.data = data;
  }

  @Override
  Object read(AccessRequest request, WorkMeter meter) {
    String action = key(request);
    AttributeDeclaration declaration = action == null ? null : declarations.get(action);
    if (action == null || declaration == null) {
      return Absent.ABSENT;
    }
    Attributes given = request.action().attributes();
    Value value = asserted(declaration, given);
    return value == null
        ? missing(declaration.name(), given, others.getOrDefault(action, Set.of()), meter)
        : converted(
            declaration, value, ancestry(data, request, Part.ACTION, /* brought= */ true), meter);
  }

  /** Under which the action is known; null where its type does not have it. */
  private @Nullable String key(AccessRequest request) {
    String name = request.action().name();
    return open.isEmpty() ? name : open.get().key(name);
  }

  @Override
  Optional<AttributePath> open(AccessRequest request) {
    return Optional.ofNullable(key(request))
        .map(declarations::get)
        .flatMap(declared -> open(Root.ACTION, declared, request.action().attributes()));
  }
}
