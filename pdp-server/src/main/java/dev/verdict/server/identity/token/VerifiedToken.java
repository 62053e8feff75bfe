package dev.verdict.server.identity.token;

import dev.verdict.policy.request.Entity;
import dev.verdict.server.configuration.CallerName;
import java.util.Optional;

/**
 * What an accepted token says. Only {@link IssuerVerifier} makes them.
 *
 * @param holder whom it was issued to
 * @param subject who holds it, as policies see it
 * @param actor who acts for the holder
 * @param proof why, and until when
 */
public record VerifiedToken(
    CallerName holder, Entity subject, Optional<Entity> actor, Proof proof) {}
