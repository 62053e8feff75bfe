package dev.verdict.server.identity;

import dev.verdict.policy.request.Entity;
import dev.verdict.server.rights.CallerRights;
import java.util.Optional;

/**
 * Who makes a call.
 *
 * @param subject the verified holder of the call's token; absent in open development mode
 * @param actor who acts for that subject, by the token's {@code act} claim (RFC 8693 §4.1)
 * @param rights what it may ask and assert
 */
public record Caller(Optional<Entity> subject, Optional<Entity> actor, CallerRights rights) {}
