package dev.verdict.server.identity;

import dev.verdict.policy.request.Entity;
import dev.verdict.server.eventual.Eventual;
import java.util.Optional;

/**
 * Says who is calling and which subject that caller may speak for. Every door asks it before it
 * makes an access request. Never blocks and never throws; safe for use by many threads at once.
 *
 * <p>What needs no signature to be verified is there at once: no token, or one that was verified
 * before. The rest comes later on another thread.
 */
public interface IdentityGate {

  /**
   * Verifies the credential of a call, once for all that the call asks.
   *
   * @param bearerToken from the {@code authorization} header or metadata, without the scheme
   */
  Eventual<Authentication> authenticate(Optional<String> bearerToken);

  /**
   * Verifies a token that a request has in place of its subject.
   *
   * @param token in compact form
   */
  Eventual<SubjectToken> verify(String token);

  /**
   * Settles the subject of one request.
   *
   * @param caller as {@link #authenticate} returned it
   * @param claim what the request says of its subject
   * @param actor whom the request names as acting on the subject's behalf
   */
  Identification identify(Caller caller, SubjectClaim claim, Optional<Entity> actor);
}
