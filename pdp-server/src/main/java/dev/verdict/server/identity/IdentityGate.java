package dev.verdict.server.identity;

import dev.verdict.policy.request.Entity;
import java.util.Optional;

/**
 * Says who is calling and which subject that caller may speak for. Every door asks it before it
 * makes an access request. Never blocks and never throws; safe for use by many threads at once.
 */
public interface IdentityGate {

  /**
   * Verifies the credential of a call, once for all that the call asks.
   *
   * @param bearerToken from the {@code authorization} header or metadata, without the scheme
   */
  Authentication authenticate(Optional<String> bearerToken);

  /**
   * Settles the subject of one request.
   *
   * @param caller as {@link #authenticate} returned it
   * @param claim what the request says of its subject
   * @param actor whom the request names as acting on the subject's behalf
   */
  Identification identify(Caller caller, SubjectClaim claim, Optional<Entity> actor);
}
