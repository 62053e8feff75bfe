package dev.verdict.server.decision;

/**
 * The decisions of a batch would make an answer above {@link AnswerSize#MAX_BYTES}. None of them is
 * given: a part of them would look like the whole.
 */
public final class AnswerTooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Without a stack trace: it is the caller's doing. */
  AnswerTooLargeException() {
    super("the answer is too large", null, false, false);
  }
}
