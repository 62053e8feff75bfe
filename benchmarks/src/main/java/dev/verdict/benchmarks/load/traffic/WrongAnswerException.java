package dev.verdict.benchmarks.load.traffic;

/**
 * A measured server gave another answer than the right one, or none: there is no number to tell.
 */
public final class WrongAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public WrongAnswerException(String message) {
    super(message);
  }
}
