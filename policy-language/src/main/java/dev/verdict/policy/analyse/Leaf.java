package dev.verdict.policy.analyse;

import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Order;
import java.util.Collection;
import java.util.Optional;

/**
 * What a part of a condition that has no parts of its own to be true or false says of the
 * attributes that it reads.
 */
final class Leaf {

  private Leaf() {}

  /**
   * Whether the part can have this outcome beside what is assumed already; notes what it says.
   *
   * @return true, too, where the part is of a kind that says nothing here
   */
  static boolean holds(Expression leaf, boolean wanted, Assumptions assumptions) {
    if (leaf instanceof Expression.Constant constant) {
      return constant.value().equals(wanted);
    }
    if (leaf instanceof Expression.Read read) {
      return assumptions.equal(read, wanted, true);
    }
    if (leaf instanceof Expression.Has has) {
      return !(has.operand() instanceof Expression.Read read)
          || assumptions.presence(read.path(), wanted);
    }
    if (leaf instanceof Expression.Equal equal) {
      return equal(equal.left(), equal.right(), wanted, assumptions);
    }
    if (leaf instanceof Expression.Compare compare) {
      Order order = wanted ? compare.order() : opposite(compare.order());
      return compare(compare.left(), order, compare.right(), assumptions);
    }
    return !(leaf instanceof Expression.Contains contains)
        || contains(contains, wanted, assumptions);
  }

  private static boolean equal(
      Expression left, Expression right, boolean wanted, Assumptions assumptions) {
    Optional<Expression.Read> attribute = attribute(left).or(() -> attribute(right));
    Optional<Object> value = value(left).or(() -> value(right));
    if (attribute.isPresent() && value.isPresent()) {
      return assumptions.equal(attribute.get(), value.get(), wanted);
    }
    if (value(left).isPresent() && value(right).isPresent()) {
      return value(left).equals(value(right)) == wanted;
    }
    return wanted || !isSame(left, right);
  }

  private static boolean compare(
      Expression left, Order order, Expression right, Assumptions assumptions) {
    if (attribute(left).isPresent() && value(right).isPresent()) {
      return assumptions.ordered(attribute(left).get(), order, value(right).get());
    }
    if (value(left).isPresent() && attribute(right).isPresent()) {
      return assumptions.ordered(attribute(right).get(), mirrored(order), value(left).get());
    }
    if (value(left).isPresent() && value(right).isPresent()) {
      return order.holds(sign(value(left).get(), value(right).get()));
    }
    return !isSame(left, right) || order.holds(0);
  }

  private static boolean contains(
      Expression.Contains contains, boolean wanted, Assumptions assumptions) {
    Optional<Object> values = value(contains.collection());
    if (values.isEmpty() || !(values.get() instanceof Collection<?> collection)) {
      return true;
    }
    if (value(contains.element()).isPresent()) {
      return collection.contains(value(contains.element()).get()) == wanted;
    }
    return attribute(contains.element())
        .map(read -> assumptions.among(read, collection, wanted))
        .orElse(true);
  }

  /** The attribute that an expression reads, as it is or as a decimal. */
  private static Optional<Expression.Read> attribute(Expression expression) {
    if (expression instanceof Expression.ToDecimal decimal) {
      return attribute(decimal.operand());
    }
    if (expression instanceof Expression.Use use) {
      return attribute(use.variable().definition());
    }
    return expression instanceof Expression.Read read ? Optional.of(read) : Optional.empty();
  }

  private static Optional<Object> value(Expression expression) {
    if (expression instanceof Expression.Use use) {
      return value(use.variable().definition());
    }
    return expression instanceof Expression.Constant constant
        ? Optional.of(constant.value())
        : Optional.empty();
  }

  private static boolean isSame(Expression left, Expression right) {
    return attribute(left).isPresent()
        && attribute(left)
            .map(Expression.Read::path)
            .equals(attribute(right).map(Expression.Read::path));
  }

  @SuppressWarnings("unchecked") // the checker lets only values of one ordered type meet
  private static int sign(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  private static Order opposite(Order order) {
    return switch (order) {
      case LESS -> Order.GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> Order.GREATER;
      case GREATER -> Order.LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> Order.LESS;
    };
  }

  private static Order mirrored(Order order) {
    return switch (order) {
      case LESS -> Order.GREATER;
      case LESS_OR_EQUAL -> Order.GREATER_OR_EQUAL;
      case GREATER -> Order.LESS;
      case GREATER_OR_EQUAL -> Order.LESS_OR_EQUAL;
    };
  }
}
