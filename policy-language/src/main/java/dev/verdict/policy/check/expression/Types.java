package dev.verdict.policy.check.expression;

import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Enumeration;
import dev.verdict.policy.schema.Type.ListOf;
import dev.verdict.policy.schema.Type.SetOf;
import dev.verdict.policy.schema.Type.Simple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which types go together. There are no coercions but from int to decimal, which is exact. */
public final class Types {

  private Types() {}

  /** A type with its article, for messages: {@code an `int`}. */
  public static String named(Type type) {
    String word = type.toString();
    return ("aeiouAEIOU".indexOf(word.charAt(0)) < 0 ? "a `" : "an `") + word + "`";
  }

  public static boolean isText(Type type) {
    return type == Simple.STRING || type instanceof Enumeration;
  }

  static boolean isNumber(Type type) {
    return type == Simple.INT || type == Simple.DECIMAL;
  }

  static boolean isTime(Type type) {
    return type == Simple.TIMESTAMP || type == Simple.DURATION;
  }

  /** What a set or list holds. */
  public static Optional<Type> elementOf(Type type) {
    return switch (type.kind()) {
      case SET -> Optional.of(((SetOf) type).element());
      case LIST -> Optional.of(((ListOf) type).element());
      case SIMPLE, ENUMERATION, STRUCTURE, REFERENCE -> Optional.empty();
    };
  }

  public static boolean isCollection(Type type) {
    return elementOf(type).isPresent();
  }

  /** Whether values of the two can be one value: the same type, or an enum and a string. */
  static boolean meet(Type left, Type right) {
    return left.equals(right) || (isText(left) && isText(right));
  }

  /** The narrowest type that holds the values of both; asked only of types that meet. */
  static Type join(Type left, Type right) {
    if (left.equals(right)) {
      return left;
    }
    return left instanceof Enumeration some && right instanceof Enumeration others
        ? some.and(others.values())
        : Simple.STRING;
  }

  /**
   * The same for the value of an expression. A text in quotes adds no more than itself to an enum,
   * so that what the whole is compared with can still be told to be misspelt.
   */
  static Type join(Type left, Expression right) {
    return left instanceof Enumeration some
            && right instanceof Expression.Constant constant
            && constant.value() instanceof String text
        ? some.and(List.of(text))
        : join(left, right.type());
  }

  /** The expression as a decimal, where it is an int. */
  static Expression toDecimal(Expression expression) {
    if (expression.type() != Simple.INT) {
      return expression;
    }
    if (expression instanceof Expression.Constant constant) {
      return new Expression.Constant(
          BigDecimal.valueOf((Long) constant.value()).stripTrailingZeros(),
          Simple.DECIMAL,
          constant.fragment());
    }
    return new Expression.ToDecimal(expression, expression.fragment());
  }

  /** The literal list as one of decimals, where it is one of ints. */
  static Expression.Constant toDecimals(Expression.Constant numbers) {
    Set<Object> values =
        ((Set<?>) numbers.value())
            .stream()
                .map(
                    value ->
                        value instanceof Long whole
                            ? BigDecimal.valueOf(whole).stripTrailingZeros()
                            : value)
                .collect(Collectors.toUnmodifiableSet());
    return new Expression.Constant(values, new SetOf(Simple.DECIMAL), numbers.fragment());
  }

  /** The collection, as one of decimals where it is a literal list of ints that meets those. */
  public static Expression withNumbersOf(Expression collection, Type other) {
    return collection instanceof Expression.Constant constant
            && constant.type().equals(new SetOf(Simple.INT))
            && elementOf(other).filter(Simple.DECIMAL::equals).isPresent()
        ? toDecimals(constant)
        : collection;
  }
}
