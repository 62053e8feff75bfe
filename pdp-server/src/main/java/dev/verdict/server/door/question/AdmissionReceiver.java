package dev.verdict.server.door.question;

import dev.verdict.server.decision.Ask;
import dev.verdict.server.refusal.Refusal;

/** Hears whether a question may be decided. One of the methods is called, once. */
interface AdmissionReceiver {

  /** It may. */
  void admitted(Ask ask);

  /** It may not: it cannot be understood, or the caller cannot be trusted with it. */
  void refused(Refusal refusal);
}
