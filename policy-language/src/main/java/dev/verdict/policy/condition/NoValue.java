package dev.verdict.policy.condition;

/**
 * In the place of a value, where an expression has none. There are two kinds, an error and an
 * unknown, and a node that finds one of them in an operand returns it: that is one test for both.
 *
 * <p>Where two operands have no value, an unknown wins over an error, on whichever side it stands:
 * once it is known, the operator may have a value after all ({@code false &&} an error is false) or
 * another error. Of two errors the first one stays; of two unknowns both remain to be learned.
 */
public abstract sealed class NoValue permits EvaluationError, Unknown {

  NoValue() {}

  /** Both kinds, for what has to tell them apart; the argument saves a visitor for each call. */
  public interface Visitor<A> {

    void error(EvaluationError error, A argument);

    void unknown(Unknown unknown, A argument);
  }

  public abstract <A> void accept(Visitor<A> visitor, A argument);

  /** What an operator has whose earlier operand is this and whose later operand is the other. */
  abstract NoValue and(NoValue later);

  /** The same for this as the later operand. */
  abstract NoValue after(EvaluationError earlier);

  /** The same for this as the later operand. */
  abstract NoValue after(Unknown earlier);

  /** What an operator has whose earlier operand is this, and which a later one cannot settle. */
  public final NoValue with(Object later) {
    return later instanceof NoValue none ? and(none) : this;
  }

  /**
   * What an operator has whose earlier operand is this. Evaluates the later one only where
   * something may be unknown: then it tells whether more has to be learned.
   */
  final NoValue beside(Node later, Frame frame) {
    return frame.isAllKnown() ? this : with(later.evaluate(frame));
  }

  /**
   * The same for any number of later operands.
   *
   * @param from the number of the first of them
   */
  final NoValue beside(Node[] operands, int from, Frame frame) {
    NoValue result = this;
    for (int i = from; i < operands.length && !frame.isAllKnown(); i++) {
      result = result.with(operands[i].evaluate(frame));
    }
    return result;
  }
}
