package dev.verdict.policy.evaluate;

import dev.verdict.policy.checked.CheckedGrant;
import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.data.StoredEntity;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.SubjectType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tenant guard by its definition: whose tenant is not the resource's needs a grant, and every
 * grant is looked at.
 */
final class ReferenceGuard {

  /** Why a request may not go on, or the grants that it took. */
  record Verdict(Optional<ReasonCode> refusal, List<String> grants) {}

  private final CheckedPolicySet policies;

  ReferenceGuard(CheckedPolicySet policies) {
    this.policies = policies;
  }

  /**
   * @param behalf the request of the subject, where an actor stands in its place in the first one
   */
  Verdict ask(AccessRequest request, Optional<AccessRequest> behalf) {
    if (resource(request).tenantAttribute().isEmpty()) {
      return pass(List.of());
    }
    if (contradictsStored(request, true) || contradictsStored(request, false)) {
      return refuse(ReasonCode.TENANT_MISMATCH);
    }
    Optional<Object> own = ownTenant(request);
    if (hasNoTenant(request) && behalf.isPresent()) {
      own = ownTenant(behalf.get());
    }
    Optional<Object> of = resourceTenant(request);
    boolean entitled =
        of.isEmpty()
            || request.entitlement().tenants().stream().allMatch(all -> all.contains(of.get()));
    if (!entitled) {
      return refuse(ReasonCode.NOT_ENTITLED);
    }
    if (own.isEmpty() || of.isEmpty()) {
      return refuse(ReasonCode.TENANT_MISSING);
    }
    if (own.equals(of)) {
      return pass(List.of());
    }
    for (CheckedGrant grant : policies.grants()) {
      if (grant.subjectTenant().equals(own.get())
          && grant.tenant().equals(of.get())
          && isFor(grant, request)) {
        return pass(List.of(grant.id()));
      }
    }
    return refuse(ReasonCode.TENANT_MISMATCH);
  }

  /** Whether the request says of the subject's or the resource's tenant what is not stored. */
  boolean contradictsStored(AccessRequest request, boolean ofSubject) {
    Entity entity = ofSubject ? request.subject() : request.resource();
    return ofSubject
        ? contradicts(
            subject(request).tenantAttribute(),
            entity.attributes(),
            policies.data().ofSubject(entity.type(), entity.id()))
        : contradicts(
            resource(request).tenantAttribute(),
            entity.attributes(),
            policies.data().ofResource(entity.type(), entity.id()));
  }

  private static boolean contradicts(
      Optional<String> tenant, Attributes asserted, StoredEntity stored) {
    return tenant
        .filter(name -> asserted.names().contains(name))
        .filter(
            name ->
                stored.absent().contains(name)
                    || (stored.attributes().names().contains(name)
                        && !asserted.get(name).equals(stored.attributes().get(name))))
        .isPresent();
  }

  /** The tenant of the resource, where it has one. */
  Optional<Object> resourceTenant(AccessRequest request) {
    ResourceType type = resource(request);
    return type.tenantAttribute()
        .flatMap(
            name ->
                new ReferenceExpressions(policies, request)
                    .text(type.attributes().get(name), false));
  }

  private boolean isFor(CheckedGrant grant, AccessRequest request) {
    return grant.resources().contains(request.resource().type())
        && grant.actions().contains(request.action().name())
        && grant.subjectType().equals(request.subject().type())
        && (grant.ids().isEmpty() || grant.ids().contains(request.subject().id()))
        && (grant.roles().isEmpty() || hasOneOf(grant.roles(), request))
        && !request.now().isBefore(grant.validity().from().orElseThrow())
        && request.now().isBefore(grant.validity().until().orElseThrow());
  }

  /** Roles in error are none. */
  private boolean hasOneOf(Set<String> roles, AccessRequest request) {
    return new ReferenceExpressions(policies, request)
        .names("roles", held -> roles.stream().anyMatch(held::contains))
        .equals(true);
  }

  private Optional<Object> ownTenant(AccessRequest request) {
    SubjectType type = subject(request);
    return type.tenantAttribute()
        .flatMap(
            name ->
                new ReferenceExpressions(policies, request)
                    .text(type.attributes().get(name), true));
  }

  private boolean hasNoTenant(AccessRequest request) {
    return subject(request).tenantAttribute().isEmpty();
  }

  private SubjectType subject(AccessRequest request) {
    return policies.schema().subjects().get(request.subject().type());
  }

  private ResourceType resource(AccessRequest request) {
    return policies.schema().resources().get(request.resource().type());
  }

  private static Verdict pass(List<String> grants) {
    return new Verdict(Optional.empty(), grants);
  }

  private static Verdict refuse(ReasonCode code) {
    return new Verdict(Optional.of(code), List.of());
  }
}
