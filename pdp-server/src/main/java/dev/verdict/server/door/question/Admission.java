package dev.verdict.server.door.question;

import dev.verdict.server.decision.Ask;
import dev.verdict.server.refusal.Refusal;

/** Whether a question may be decided. */
sealed interface Admission {

  /** It may. */
  record Admitted(Ask ask) implements Admission {
    @Override
    public void accept(Visitor visitor) {
      visitor.admitted(ask);
    }
  }

  /** It may not: it cannot be understood, or the caller cannot be trusted with it. */
  record Refused(Refusal refusal) implements Admission {
    @Override
    public void accept(Visitor visitor) {
      visitor.refused(refusal);
    }
  }

  void accept(Visitor visitor);

  /** What to do in each case. */
  interface Visitor {

    void admitted(Ask ask);

    void refused(Refusal refusal);
  }
}
