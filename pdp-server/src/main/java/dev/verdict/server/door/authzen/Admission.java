package dev.verdict.server.door.authzen;

import dev.verdict.server.decision.Ask;
import dev.verdict.server.transport.Fault;

/** Whether a request may be decided. */
sealed interface Admission {

  /** It may. */
  record Admitted(Ask ask) implements Admission {}

  /** It may not: cannot be understood, or the caller cannot be trusted with it. */
  record Refused(Fault fault) implements Admission {}
}
