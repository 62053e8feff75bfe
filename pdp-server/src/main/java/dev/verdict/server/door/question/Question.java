package dev.verdict.server.door.question;

import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.server.identity.SubjectClaim;
import java.util.Optional;

/**
 * A question with all its parts and within all limits (AuthZEN 1.0 §6.1); its subject is not yet
 * settled. Only {@link QuestionParts} makes them.
 *
 * @param claim what it says of its subject
 * @param explain whether the answer is to say how each candidate rule fared
 */
public record Question(
    SubjectClaim claim,
    Action action,
    Entity resource,
    Attributes context,
    Optional<Entity> actor,
    boolean explain) {}
