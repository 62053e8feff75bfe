package dev.verdict.server.identity;

/** What became of a call's credential. */
public sealed interface Authentication {

  /** It is good, or none is needed. */
  record Authenticated(Caller caller) implements Authentication {}

  /**
   * It is missing or not accepted.
   *
   * @param message safe to show to the caller: the same for every fault of a token
   */
  record Rejected(String message) implements Authentication {}
}
