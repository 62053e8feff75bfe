package dev.verdict.client;

/** What a client does when it has no answer to give. There is no mode that permits. */
public enum FailureMode {
  /** Throws a {@link PdpException}; the caller tells "no" from "do not know". */
  THROW,
  /**
   * Answers with a deny whose reason says what went wrong, for example {@code pdp_unavailable}.
   * What only a change of code or configuration can mend is thrown in this mode too, so that it
   * does not pass for a policy that permits nothing: see {@link PdpException.Kind}.
   */
  DENY
}
