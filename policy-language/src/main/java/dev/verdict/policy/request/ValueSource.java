package dev.verdict.policy.request;

/**
 * Gives values that are made only when somebody asks for them: most rules read few of the
 * attributes that a request carries. Safe for use by many threads at once.
 */
public interface ValueSource {

  /**
   * Makes a value that is known to be well-formed and within all limits. Never fails, and gives an
   * equal value each time.
   *
   * @param place that was given for its attribute
   */
  Value read(int place);
}
