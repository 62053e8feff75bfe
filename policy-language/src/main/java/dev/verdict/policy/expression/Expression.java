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

  /** Calls the method of the visitor that is for this kind of expression. */
  <R> R accept(Visitor<R> visitor);

  /** Something that is done to each kind of expression. */
  interface Visitor<R> {

    R constant(Constant expression);

    R read(Read expression);

    R member(Member expression);

    R has(Has expression);

    R use(Use expression);

    R coalesce(Coalesce expression);

    R local(Local expression);

    R choice(Choice expression);

    R not(Not expression);

    R and(And expression);

    R or(Or expression);

    R equal(Equal expression);

    R compare(Compare expression);

    R contains(Contains expression);

    R within(Within expression);

    R quantified(Quantified expression);

    R startsWith(StartsWith expression);

    R endsWith(EndsWith expression);

    R matches(Matches expression);

    R empty(Empty expression);

    R size(Size expression);

    R arithmetic(Arithmetic expression);

    R call(Call expression);

    R toDecimal(ToDecimal expression);
  }

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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.constant(this);
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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.read(this);
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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.member(this);
    }
  }

  /** Whether something is present. */
  record Has(Lookup operand, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(operand);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.has(this);
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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.use(this);
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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.coalesce(this);
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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.local(this);
    }
  }

  /** One of two values of one type. */
  record Choice(
      Expression test, Expression whenTrue, Expression whenFalse, Type type, Fragment fragment)
      implements Expression {

    @Override
    public List<Expression> operands() {
      return List.of(test, whenTrue, whenFalse);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choice(this);
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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.not(this);
    }
  }

  record And(Expression left, Expression right, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(left, right);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.and(this);
    }
  }

  record Or(Expression left, Expression right, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(left, right);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.or(this);
    }
  }

  /** Whether two values of one type without parts are the same. */
  record Equal(Expression left, Expression right, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(left, right);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.equal(this);
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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.compare(this);
    }
  }

  /** Whether a set or list holds a value. */
  record Contains(Expression collection, Expression element, Fragment fragment)
      implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(collection, element);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.contains(this);
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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.within(this);
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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.quantified(this);
    }
  }

  record StartsWith(Expression text, Expression part, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(text, part);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.startsWith(this);
    }
  }

  record EndsWith(Expression text, Expression part, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(text, part);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.endsWith(this);
    }
  }

  /** Whether the whole of a text matches. */
  record Matches(Expression text, Pattern pattern, Fragment fragment) implements Condition {

    /** The pattern as an author wrote it. */
    public String written() {
      return pattern.pattern();
    }

    /** Whether that text matches as a whole. */
    public boolean admits(String whole) {
      return pattern.matches(whole);
    }

    @Override
    public List<Expression> operands() {
      return List.of(text);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.matches(this);
    }
  }

  /** Whether a string, set or list has nothing in it. */
  record Empty(Expression operand, Fragment fragment) implements Condition {
    @Override
    public List<Expression> operands() {
      return List.of(operand);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.empty(this);
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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.size(this);
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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arithmetic(this);
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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.toDecimal(this);
    }
  }
}
