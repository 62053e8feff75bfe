package dev.verdict.policy.syntax;

import dev.verdict.policy.source.Fragment;
import java.util.List;

/** A condition as written, names not yet resolved. Only {@link ConditionParser} makes these. */
public sealed interface Syntax {

  Fragment fragment();

  /** {@code true} or {@code false}. */
  record FlagLiteral(boolean value, Fragment fragment) implements Syntax {}

  /**
   * A number without a sign.
   *
   * @param digits with at most one decimal point
   */
  record NumberLiteral(String digits, Fragment fragment) implements Syntax {}

  /** A string; escapes are undone. */
  record TextLiteral(String value, Fragment fragment) implements Syntax {}

  /** {@code [a, b]}, never empty. */
  record ListLiteral(List<Syntax> items, Fragment fragment) implements Syntax {
    public ListLiteral {
      items = List.copyOf(items);
    }
  }

  /** A variable, or the root of an attribute. */
  record Name(String name, Fragment fragment) implements Syntax {}

  /** {@code target.name} or {@code target?.name}. */
  record Access(Syntax target, String name, Fragment fragment) implements Syntax {}

  /** {@code function(arguments)}. */
  record Call(String function, List<Syntax> arguments, Fragment fragment) implements Syntax {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code (inner)}. */
  record Group(Syntax inner, Fragment fragment) implements Syntax {}

  /** {@code !operand}. */
  record Not(Syntax operand, Fragment fragment) implements Syntax {}

  /** {@code -operand}. */
  record Negate(Syntax operand, Fragment fragment) implements Syntax {}

  /** {@code left operator right}. */
  record Binary(BinaryOperator operator, Syntax left, Syntax right, Fragment fragment)
      implements Syntax {}

  /** {@code test ? whenTrue : whenFalse}. */
  record Conditional(Syntax test, Syntax whenTrue, Syntax whenFalse, Fragment fragment)
      implements Syntax {}
}
