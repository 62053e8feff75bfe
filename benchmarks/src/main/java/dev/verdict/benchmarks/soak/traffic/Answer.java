package dev.verdict.benchmarks.soak.traffic;

/**
 * What came back.
 *
 * @param rule that decided; empty: none
 */
record Answer(boolean permitted, String reason, String rule) {

  boolean isRightFor(KnownQuestion question) {
    return permitted == question.permitted()
        && reason.equals(question.answer())
        && rule.equals(question.rule());
  }
}
