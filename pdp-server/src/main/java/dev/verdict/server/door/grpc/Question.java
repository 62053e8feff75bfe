package dev.verdict.server.door.grpc;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.server.identity.Identification.Identified;
import dev.verdict.server.identity.SubjectClaim;
import java.time.Instant;
import java.util.Optional;

/** A message that could be understood; its subject is not yet settled. */
record Question(
    SubjectClaim claim,
    Action action,
    Entity resource,
    Attributes context,
    Optional<Entity> actor) {

  AccessRequest by(Identified identified, Instant now) {
    return new AccessRequest(
        identified.subject(), action, resource, context, identified.actor(), now);
  }
}
