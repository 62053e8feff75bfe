package dev.verdict.policy.syntax;

import dev.verdict.policy.source.Fragment;
import java.util.List;

/** A condition as written, names not yet resolved. Only {@link ConditionParser} makes these. */
public sealed interface Syntax {

  Fragment fragment();

  /** Calls the method of the visitor that is for this kind of syntax. */
  <R> R accept(Visitor<R> visitor);

  /** Something that is done to each kind of syntax. */
  interface Visitor<R> {

    R flagLiteral(FlagLiteral syntax);

    R numberLiteral(NumberLiteral syntax);

    R textLiteral(TextLiteral syntax);

    R listLiteral(ListLiteral syntax);

    R name(Name syntax);

    R access(Access syntax);

    R call(Call syntax);

    R group(Group syntax);

    R not(Not syntax);

    R negate(Negate syntax);

    R binary(Binary syntax);

    R conditional(Conditional syntax);
  }

  /** {@code true} or {@code false}. */
  record FlagLiteral(boolean value, Fragment fragment) implements Syntax {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.flagLiteral(this);
    }
  }

  /**
   * A number without a sign.
   *
   * @param digits with at most one decimal point
   */
  record NumberLiteral(String digits, Fragment fragment) implements Syntax {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.numberLiteral(this);
    }
  }

  /** A string; escapes are undone. */
  record TextLiteral(String value, Fragment fragment) implements Syntax {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.textLiteral(this);
    }
  }

  /** {@code [a, b]}, never empty. */
  record ListLiteral(List<Syntax> items, Fragment fragment) implements Syntax {
    public ListLiteral {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.listLiteral(this);
    }
  }

  /** A variable, or the root of an attribute. */
  record Name(String name, Fragment fragment) implements Syntax {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.name(this);
    }
  }

  /** {@code target.name} or {@code target?.name}. */
  record Access(Syntax target, String name, Fragment fragment) implements Syntax {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.access(this);
    }
  }

  /** {@code function(arguments)}. */
  record Call(String function, List<Syntax> arguments, Fragment fragment) implements Syntax {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /** {@code (inner)}. */
  record Group(Syntax inner, Fragment fragment) implements Syntax {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.group(this);
    }
  }

  /** {@code !operand}. */
  record Not(Syntax operand, Fragment fragment) implements Syntax {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.not(this);
    }
  }

  /** {@code -operand}. */
  record Negate(Syntax operand, Fragment fragment) implements Syntax {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.negate(this);
    }
  }

  /** {@code left operator right}. */
  record Binary(BinaryOperator operator, Syntax left, Syntax right, Fragment fragment)
      implements Syntax {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.binary(this);
    }
  }

  /** {@code test ? whenTrue : whenFalse}. */
  record Conditional(Syntax test, Syntax whenTrue, Syntax whenFalse, Fragment fragment)
      implements Syntax {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conditional(this);
    }
  }
}
