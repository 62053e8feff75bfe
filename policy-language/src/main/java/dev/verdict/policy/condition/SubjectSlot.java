package dev.verdict.policy.condition;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.data.StoredEntity;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.work.WorkMeter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of the subject, which each subject type may declare in its own way: the one place
 * that says what a subject or an actor has, stored or brought along.
 *
 * <p>An actor of whose scopes nothing is said acts with those of the subject, since both use one
 * token.
 */
public final class SubjectSlot extends Slot {

  /** The attribute that an actor has from the subject where it has none of its own. */
  private static final String INHERITED = "scopes";

  private final Map<String, AttributeDeclaration> declarations;

  /** One of the types, mostly the only one; and what it declares: spares a look into the table. */
  private final String someType;

  private final @Nullable AttributeDeclaration ofSomeType;

  /** By type: declared names that are nearly this one. */
  private final Map<String, Set<String>> others;

  private final StoredAttributes data;

  /** Whether it is stored of any subject: else there is no need to look for this one. */
  private final boolean anyStored;

  SubjectSlot(
      String path,
      Map<String, AttributeDeclaration> declarations,
      Map<String, Set<String>> others,
      StoredAttributes data) {
    super(path);
    this.others = Map.copyOf(others);
    this.declarations = new HashMap<>(declarations);
    this.someType = declarations.keySet().stream().findFirst().orElse("");
    this.ofSomeType = declarations.get(someType);
    this.data = data;
    this.anyStored =
        declarations.values().stream()
            .anyMatch(each -> each.fromData() && data.holdsOfSubjects(each.name()));
  }

  /** The value as it arrived or was stored; null where there is none. */
  @Nullable Value value(AccessRequest request) {
    AttributeDeclaration declaration = declaration(request.subject().type());
    return declaration == null ? null : value(request, declaration);
  }

  @Override
  Object read(AccessRequest request, WorkMeter meter) {
    AttributeDeclaration declaration = declaration(request.subject().type());
    if (declaration == null) {
      return Absent.ABSENT;
    }
    Value value = value(request, declaration);
    if (value == null) {
      return missing(request, declaration, meter);
    }
    boolean brought = isAsserted(value, declaration, request.subject().attributes());
    return converted(declaration, value, ancestry(data, request, Part.SUBJECT, brought), meter);
  }

  /** The same where there is no value. */
  Object missing(AccessRequest request, WorkMeter meter) {
    AttributeDeclaration declaration = declaration(request.subject().type());
    return declaration == null ? Absent.ABSENT : missing(request, declaration, meter);
  }

  private Object missing(AccessRequest request, AttributeDeclaration declaration, WorkMeter meter) {
    Entity subject = request.subject();
    return declaration.fromRequest() && !prevails(request, declaration)
        ? missing(
            declaration.name(),
            subject.attributes(),
            others.getOrDefault(subject.type(), Set.of()),
            meter)
        : Absent.ABSENT;
  }

  @Override
  Optional<AttributePath> open(AccessRequest request) {
    Entity subject = request.subject();
    return Optional.ofNullable(declaration(subject.type()))
        .filter(declared -> !prevails(request, declared))
        .flatMap(declared -> open(Root.SUBJECT, declared, subject.attributes()));
  }

  @Override
  Optional<RequestAttribute> ignored(AccessRequest request) {
    Entity subject = request.subject();
    return Optional.ofNullable(declaration(subject.type()))
        .filter(declared -> subject.attributes().get(declared.name()) != null)
        .filter(declared -> prevails(request, declared))
        .map(declared -> new RequestAttribute(Part.SUBJECT, declared.name()));
  }

  @Override
  @Nullable Object readActing(AccessRequest request, AccessRequest actedFor, WorkMeter meter) {
    return inherits(request, meter) ? read(actedFor, meter) : null;
  }

  @Override
  Optional<AttributePath> openActing(AccessRequest request, AccessRequest actedFor) {
    return inherits(request, WorkMeter.UNBOUNDED)
        ? open(actedFor).map(path -> new AttributePath(Root.ACTED_FOR, path.name()))
        : Optional.empty();
  }

  /** Whether the subject of a request, which is an actor, has this from whom it acts for. */
  boolean inherits(AccessRequest request, WorkMeter meter) {
    AttributeDeclaration own = declaration(request.subject().type());
    return own != null
        && own.name().equals(INHERITED)
        && value(request, own) == null
        && !isStored(request.subject(), own)
        && missing(request, own, meter) == Absent.ABSENT;
  }

  /** Whether the request says something else than is stored. */
  boolean contradicts(AccessRequest request) {
    if (!anyStored) {
      return false;
    }
    Entity subject = request.subject();
    AttributeDeclaration declared = declaration(subject.type());
    return declared != null
        && differ(subject.attributes().get(declared.name()), stored(subject), declared.name());
  }

  /** The attribute, where it is stored and does not come with the request. */
  Optional<AttributePath> openToContradiction(AccessRequest request) {
    Entity subject = request.subject();
    return Optional.ofNullable(declaration(subject.type()))
        .filter(declared -> isStored(subject, declared))
        .flatMap(declared -> open(Root.SUBJECT, declared, subject.attributes()));
  }

  private @Nullable AttributeDeclaration declaration(String type) {
    return type.equals(someType) ? ofSomeType : declarations.get(type);
  }

  private @Nullable Value value(AccessRequest request, AttributeDeclaration declaration) {
    Entity subject = request.subject();
    Value own = asserted(declaration, subject.attributes());
    return anyStored
            && declaration.fromData()
            && (own == null || !request.entitlement().mayReplace(Part.SUBJECT))
        ? stored(subject).getOr(declaration.name(), own)
        : own;
  }

  /** Whether the stored value counts, whatever comes with the request. */
  private boolean prevails(AccessRequest request, AttributeDeclaration declaration) {
    return (!declaration.fromRequest() || !request.entitlement().mayReplace(Part.SUBJECT))
        && isStored(request.subject(), declaration);
  }

  private boolean isStored(Entity subject, AttributeDeclaration declaration) {
    return anyStored && declaration.fromData() && stored(subject).has(declaration.name());
  }

  private StoredEntity stored(Entity subject) {
    return data.ofSubject(subject.type(), subject.id());
  }
}
