package dev.verdict.policy.snapshot;

import dev.verdict.policy.request.Value;

/** What came of an expression that somebody tried out. */
public sealed interface Evaluation {

  /**
   * It has a value.
   *
   * @param type as a schema writes it
   */
  record Known(String type, Value value) implements Evaluation {}

  /**
   * It has a type, and no value for this request.
   *
   * @param message why, to end a sentence
   */
  record Failed(String type, String message) implements Evaluation {}

  /**
   * It cannot be read, or has no type.
   *
   * @param report the findings, drawn
   */
  record Refused(String report) implements Evaluation {}
}
