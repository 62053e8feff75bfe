package dev.verdict.policy.expression;

import com.google.re2j.Pattern;
import dev.verdict.policy.function.ValueFunction;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.source.Fragment;
import java.util.ArrayList;
import java.util.List;

/**
 * A typed expression. Operands have the types that the record's text says; where an int meets a
 * decimal, {@link ToDecimal} stands between. Only the checker makes these.
 */
public sealed interface Expression {

  Type type();

  Fragment fragment();

  /** The expressions that the value of this one is made from; the definition of a variable. */
  List<Expression> operands();

  /**
   * A literal.
   *
   * @param value a Boolean, String, Long, BigDecimal, Instant, Duration, IpAddress, AddressRange,
   *     EntityReference, or a Set of those
   */
  record Constant(Object value, Type type, Fragment fragment) implements Expression {
    @Override
    public List<Expression> operands() {
      return List.of();
    }
  }

  /** What may be absent, and then has no value: an attribute, or a member of a record. */
  sealed interface Lookup extends Expression {}

  /** The value of an attribute. */
  record Read(AttributePath path, Type type, Fragment fragment) implements Lookup {
    @Override
    public List<Expression> operands() {
      return List.of();
    }
  }

  /**
   * A member of a record; absent where the record is.
   *
   * @param record of a {@link Type.Structure}
   * @param index the member's number in that type
   * @param path the whole as an author writes it
   */
  record Member(Expression record, int index, String path, Type type, Fragment fragment)
      implements Lookup {
    @Override
    public List<Expression> operands() {
      return List.of(record);
    }
  }

  /** Whether something is present. */
  record Has(Lookup operand, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(operand);
    }
  }

  /** The value of a variable. */
  record Use(Variable variable, Fragment fragment) implements Expression {
    @Override
    public Type type() {
      return variable.definition().type();
    }

    @Override
    public List<Expression> operands() {
      return List.of(variable.definition());
    }
  }

  /** The first that is present, else the fallback. */
  record Coalesce(List<Lookup> candidates, Expression fallback, Type type, Fragment fragment)
      implements Expression {
    public Coalesce {
      candidates = List.copyOf(candidates);
    }

    @Override
    public List<Expression> operands() {
      var operands = new ArrayList<Expression>(candidates);
      operands.add(fallback);
      return List.copyOf(operands);
    }
  }

  /** The element that a quantifier is at. */
  record Local(LocalVariable variable, Fragment fragment) implements Expression {
    @Override
    public Type type() {
      return variable.type();
    }

    @Override
    public List<Expression> operands() {
      return List.of();
    }
  }

  /** One of two values of one type. */
  record Choice(Expression test, Expression whenTrue, Expression whenFalse, Fragment fragment)
      implements Expression {
    @Override
    public Type type() {
      return whenTrue.type();
    }

    @Override
    public List<Expression> operands() {
      return List.of(test, whenTrue, whenFalse);
    }
  }

  /** An expression that is true or false. */
  sealed interface Condition extends Expression {
    @Override
    default Type type() {
      return Simple.BOOL;
    }
  }

  record Not(Expression operand, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(operand);
    }
  }

  record And(Expression left, Expression right, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(left, right);
    }
  }

  record Or(Expression left, Expression right, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(left, right);
    }
  }

  /** Whether two values of one type without parts are the same. */
  record Equal(Expression left, Expression right, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(left, right);
    }
  }

  /**
   * Whether {@code left} stands in that order to {@code right}: two ints, decimals, timestamps or
   * durations.
   */
  record Compare(Order order, Expression left, Expression right, Fragment fragment)
      implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(left, right);
    }
  }

  /** Whether a set or list holds a value. */
  record Contains(Expression collection, Expression element, Fragment fragment)
      implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(collection, element);
    }
  }

  /**
   * Whether an entity, or one of several, is an entity, or one of several, or lies in it over any
   * number of steps.
   */
  record Within(Expression inner, Expression outer, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(inner, outer);
    }
  }

  /**
   * Whether a condition holds of some elements of a set or list, or of all.
   *
   * @param element stands for each of them in the condition
   */
  record Quantified(
      Quantifier quantifier,
      Expression collection,
      LocalVariable element,
      Expression condition,
      Fragment fragment)
      implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(collection, condition);
    }
  }

  record StartsWith(Expression text, Expression part, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(text, part);
    }
  }

  record EndsWith(Expression text, Expression part, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(text, part);
    }
  }

  /** Whether the whole of a text matches. */
  record Matches(Expression text, Pattern pattern, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(text);
    }
  }

  /** Whether a string, set or list has nothing in it. */
  record Empty(Expression operand, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(operand);
    }
  }

  /** How many code points a string has, or values a set or list. */
  record Size(Expression operand, Fragment fragment) implements Expression {
    @Override
    public Type type() {
      return Simple.INT;
    }

    @Override
    public List<Expression> operands() {
      return List.of(operand);
    }
  }

  /** The sum, difference or product of two ints, or of two decimals. */
  record Arithmetic(
      ArithmeticOperator operator, Expression left, Expression right, Fragment fragment)
      implements Expression {
    @Override
    public Type type() {
      return left.type();
    }

    @Override
    public List<Expression> operands() {
      return List.of(left, right);
    }
  }

  /** What a function makes of its arguments, which have the types and the number that it takes. */
  record Call(ValueFunction function, List<Expression> arguments, Fragment fragment)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Type type() {
      return function.type();
    }

    @Override
    public List<Expression> operands() {
      return arguments;
    }
  }

  /** An int as a decimal. */
  record ToDecimal(Expression operand, Fragment fragment) implements Expression {
    @Override
    public Type type() {
      return Simple.DECIMAL;
    }

    @Override
    public List<Expression> operands() {
      return List.of(operand);
    }
  }
}
