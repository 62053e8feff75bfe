package dev.verdict.server.identity;

import dev.verdict.policy.request.Entity;

/** What a request says of its subject. */
public sealed interface SubjectClaim {

  /** The caller names it and what is known of it. */
  record Asserted(Entity subject) implements SubjectClaim {}

  /** A token of the subject's own, in compact form, not yet verified. */
  record Token(String token) implements SubjectClaim {}

  /** Nothing: the holder of the call's token is meant. */
  record OfTheCall() implements SubjectClaim {}
}
