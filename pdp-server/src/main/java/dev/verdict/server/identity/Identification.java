package dev.verdict.server.identity;

import dev.verdict.policy.request.Entity;
import java.util.Optional;

/** What became of a request's claim about its subject. */
public sealed interface Identification {

  /**
   * The subject, and who acts for it, as far as they may enter a decision.
   *
   * @param vouchers who vouches for them, and for the rest of the request
   */
  record Identified(Entity subject, Optional<Entity> actor, Vouchers vouchers)
      implements Identification {}

  /** The subject's own token is not accepted, or no subject can be told: 401, UNAUTHENTICATED. */
  record Unauthenticated(String message) implements Identification {}

  /** The caller is not trusted to assert this: 403, PERMISSION_DENIED. */
  record Forbidden(String message) implements Identification {}
}
