package dev.verdict.policy.snapshot;

import dev.verdict.policy.request.Value;

/** What came of an expression that somebody tried out. */
public sealed interface Evaluation {

  /** Calls the method of the visitor that is for this kind of result. */
  <R> R accept(Visitor<R> visitor);

  /** Something that is done to each kind of result. */
  interface Visitor<R> {

    R known(Known known);

    R failed(Failed failed);

    R refused(Refused refused);
  }

  /**
   * It has a value.
   *
   * @param type as a schema writes it
   */
  record Known(String type, Value value) implements Evaluation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.known(this);
    }
  }

  /**
   * It has a type, and no value for this request.
   *
   * @param message why, to end a sentence
   */
  record Failed(String type, String message) implements Evaluation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.failed(this);
    }
  }

  /**
   * It cannot be read, or has no type.
   *
   * @param report the findings, drawn
   */
  record Refused(String report) implements Evaluation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refused(this);
    }
  }
}
