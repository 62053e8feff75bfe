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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An attribute of the resource, stored or brought along. */
public final class ResourceSlot extends Slot {

  private final AttributeDeclaration declaration;
  private final Set<String> others;
  private final StoredAttributes data;

  /** Whether it is stored of any resource: else there is no need to look for this one. */
  private final boolean anyStored;

  ResourceSlot(
      String path, AttributeDeclaration declaration, Set<String> others, StoredAttributes data) {
    super(path);
    this.others = others;
    this.declaration = declaration;
    this.data = data;
    this.anyStored = declaration.fromData() && data.holdsOfResources(declaration.name());
  }

  @Override
  Object read(AccessRequest request, WorkMeter meter) {
    Value value = value(request);
    if (value == null) {
      return missing(request, meter);
    }
    boolean brought = isAsserted(value, declaration, request.resource().attributes());
    return converted(declaration, value, ancestry(data, request, Part.RESOURCE, brought), meter);
  }

  private Object missing(AccessRequest request, WorkMeter meter) {
    return declaration.fromRequest() && !prevails(request)
        ? missing(declaration.name(), request.resource().attributes(), others, meter)
        : Absent.ABSENT;
  }

  @Override
  Optional<AttributePath> open(AccessRequest request) {
    return prevails(request) ? Optional.empty() : unasserted(request);
  }

  @Override
  Optional<RequestAttribute> ignored(AccessRequest request) {
    return request.resource().attributes().get(declaration.name()) != null && prevails(request)
        ? Optional.of(new RequestAttribute(Part.RESOURCE, declaration.name()))
        : Optional.empty();
  }

  /** Whether the request says something else than is stored. */
  boolean contradicts(AccessRequest request) {
    if (!anyStored) {
      return false;
    }
    Entity resource = request.resource();
    return differ(
        resource.attributes().get(declaration.name()), stored(resource), declaration.name());
  }

  /** The attribute, where it is stored and does not come with the request. */
  Optional<AttributePath> openToContradiction(AccessRequest request) {
    return isStored(request.resource()) ? unasserted(request) : Optional.empty();
  }

  private Optional<AttributePath> unasserted(AccessRequest request) {
    return open(Root.RESOURCE, declaration, request.resource().attributes());
  }

  private @Nullable Value value(AccessRequest request) {
    Entity resource = request.resource();
    Value own = asserted(declaration, resource.attributes());
    return anyStored && (own == null || !request.entitlement().mayReplace(Part.RESOURCE))
        ? stored(resource).getOr(declaration.name(), own)
        : own;
  }

  /** Whether the stored value counts, whatever comes with the request. */
  private boolean prevails(AccessRequest request) {
    return (!declaration.fromRequest() || !request.entitlement().mayReplace(Part.RESOURCE))
        && isStored(request.resource());
  }

  private boolean isStored(Entity resource) {
    return anyStored && stored(resource).has(declaration.name());
  }

  private StoredEntity stored(Entity resource) {
    return data.ofResource(resource.type(), resource.id());
  }
}
