package dev.verdict.server.identity;

import dev.verdict.policy.request.Entity;
import java.util.Optional;

/**
 * Who makes a call.
 *
 * @param subject the verified holder of the call's token; absent in open development mode
 * @param actor who acts for that subject, by the token's {@code act} claim (RFC 8693 §4.1)
 * @param mayAssert whether this caller is trusted to name other subjects and their attributes
 */
public record Caller(Optional<Entity> subject, Optional<Entity> actor, boolean mayAssert) {}
