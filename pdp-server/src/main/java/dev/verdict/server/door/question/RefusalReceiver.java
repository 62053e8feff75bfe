package dev.verdict.server.door.question;

import dev.verdict.server.refusal.Refusal;

/** Where it goes that a call is not answered. */
public interface RefusalReceiver {

  /** There is no answer, and the caller is told why. */
  void refused(Refusal refusal);

  /** There is no answer because of a fault of the server, of which the caller is told nothing. */
  void failed(Throwable fault);
}
