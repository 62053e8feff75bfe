package dev.verdict.policy.request;

import java.time.Instant;
import java.util.Optional;

/**
 * One question to the decision point (AuthZEN 1.0 §6.1).
 *
 * @param subject who wants access
 * @param action what to do
 * @param resource to what
 * @param context the circumstances that the caller tells
 * @param actor who acts on the subject's behalf; both must be permitted
 * @param now the one time that this decision sees, from the server's clock
 * @param entitlement what the attributes that come with it may do beside stored ones
 */
public record AccessRequest(
    Entity subject,
    Action action,
    Entity resource,
    Attributes context,
    Optional<Entity> actor,
    Instant now,
    Entitlement entitlement) {

  /** Of somebody with {@linkplain Entitlement#ORDINARY ordinary} rights. */
  public AccessRequest(
      Entity subject,
      Action action,
      Entity resource,
      Attributes context,
      Optional<Entity> actor,
      Instant now) {
    this(subject, action, resource, context, actor, now, Entitlement.ORDINARY);
  }

  /** The same, with nobody acting for the subject. */
  public AccessRequest(
      Entity subject, Action action, Entity resource, Attributes context, Instant now) {
    this(subject, action, resource, context, Optional.empty(), now);
  }

  /** The same question for another subject, with nobody acting for it. */
  public AccessRequest asSubject(Entity other) {
    return new AccessRequest(other, action, resource, context, Optional.empty(), now, entitlement);
  }

  /** The same question about the actor, with its own rights in the place of the subject's. */
  public AccessRequest asActor() {
    return new AccessRequest(
        actor.orElseThrow(),
        action,
        resource,
        context,
        Optional.empty(),
        now,
        entitlement.ofActor());
  }

  /** The same question with other rights. */
  public AccessRequest with(Entitlement other) {
    return new AccessRequest(subject, action, resource, context, actor, now, other);
  }

  /** The same question at another time. */
  public AccessRequest at(Instant time) {
    return new AccessRequest(subject, action, resource, context, actor, time, entitlement);
  }
}
