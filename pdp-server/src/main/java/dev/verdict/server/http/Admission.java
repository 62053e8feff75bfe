package dev.verdict.server.http;

import dev.verdict.policy.request.AccessRequest;

/** Whether a request may be decided. */
sealed interface Admission {

  /** It may. */
  record Admitted(AccessRequest request) implements Admission {}

  /** It may not: cannot be understood, or the caller cannot be trusted with it. */
  record Refused(Fault fault) implements Admission {}
}
