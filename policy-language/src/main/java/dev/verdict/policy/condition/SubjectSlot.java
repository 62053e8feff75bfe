package dev.verdict.policy.condition;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.work.WorkMeter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attribute of the subject, which each subject type may declare in its own way. */
public final class SubjectSlot extends Slot {

  private final Map<String, AttributeDeclaration> declarations;

  /** One of the types, mostly the only one; and what it declares: spares a look into the table. */
  private final String someType;

  private final @Nullable AttributeDeclaration ofSomeType;
  private final StoredAttributes data;

  SubjectSlot(String path, Map<String, AttributeDeclaration> declarations, StoredAttributes data) {
    super(path);
    this.declarations = new HashMap<>(declarations);
    this.someType = declarations.keySet().stream().findFirst().orElse("");
    this.ofSomeType = declarations.get(someType);
    this.data = data;
  }

  /** The value as it arrived or was stored; null where there is none. */
  @Nullable Value value(AccessRequest request) {
    Entity subject = request.subject();
    AttributeDeclaration declaration = declaration(subject.type());
    return declaration == null ? null : value(subject, declaration);
  }

  @Override
  Object read(AccessRequest request, WorkMeter meter) {
    Entity subject = request.subject();
    AttributeDeclaration declaration = declaration(subject.type());
    return declaration == null
        ? Absent.ABSENT
        : converted(declaration, value(subject, declaration), meter);
  }

  @Override
  Optional<AttributePath> open(AccessRequest request) {
    return Optional.ofNullable(declaration(request.subject().type()))
        .flatMap(declared -> open(Root.SUBJECT, declared, request.subject().attributes()));
  }

  private @Nullable AttributeDeclaration declaration(String type) {
    return type.equals(someType) ? ofSomeType : declarations.get(type);
  }

  private @Nullable Value value(Entity subject, AttributeDeclaration declaration) {
    Value value = asserted(declaration, subject.attributes());
    return value == null && declaration.fromData()
        ? data.ofSubject(subject.type(), subject.id()).get(declaration.name())
        : value;
  }
}
