package dev.verdict.server.door.question;

import dev.verdict.policy.decision.Decision;

/**
 * Where the answer to one question goes. One of the methods is called, once: before the question
 * was handed over in full where everything is known, else later on any thread.
 */
public interface AnswerReceiver extends RefusalReceiver {

  void decided(Decision decision);

  /** The question asked for details. */
  void detailed(Decision decision);

  /** The question asked for an explanation. */
  void explained(ShownExplanation explanation);
}
