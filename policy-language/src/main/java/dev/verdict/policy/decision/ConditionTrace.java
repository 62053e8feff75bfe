package dev.verdict.policy.decision;

import dev.verdict.policy.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * How one part of a condition came out.
 *
 * @param kind what its parts are to it
 * @param text in the author's words, on one line
 * @param span where it stands
 * @param state how it came out
 * @param error what went wrong; absent where nothing did
 * @param parts what it consists of, as far as it is made of things that are true or false
 */
public record ConditionTrace(
    Kind kind,
    String text,
    Span span,
    State state,
    Optional<String> error,
    List<ConditionTrace> parts) {

  /** What the parts of a part are to it. */
  public enum Kind {
    /** All parts have to be true. */
    ALL,
    /** One part has to be true. */
    ANY,
    /** The one part has to be false. */
    NOT,
    /** A test, and what counts where it is true, and where it is false. */
    CHOICE,
    /** A variable, and its definition, which is shown where it is used first. */
    VARIABLE,
    /** There are no parts that are true or false. */
    TEST
  }

  /** How a part came out. */
  public enum State {
    TRUE,
    FALSE,
    ERROR,
    /** Not evaluated: an earlier part decided. */
    NOT_LOOKED_AT
  }

  public ConditionTrace {
    parts = List.copyOf(parts);
  }
}
