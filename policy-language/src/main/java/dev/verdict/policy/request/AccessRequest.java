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
 */
public record AccessRequest(
    Entity subject,
    Action action,
    Entity resource,
    Attributes context,
    Optional<Entity> actor,
    Instant now) {

  public AccessRequest(
      Entity subject, Action action, Entity resource, Attributes context, Instant now) {
    this(subject, action, resource, context, Optional.empty(), now);
  }

  /** The same question for another subject, with nobody acting for it. */
  public AccessRequest asSubject(Entity other) {
    return new AccessRequest(other, action, resource, context, Optional.empty(), now);
  }
}
