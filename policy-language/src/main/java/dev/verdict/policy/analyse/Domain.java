package dev.verdict.policy.analyse;

import dev.verdict.policy.expression.Order;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Enumeration;
import dev.verdict.policy.schema.Type.Simple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values that an attribute may still have, after something is known of it. Rather too many than
 * too few: what is empty is certainly empty.
 *
 * @param allowed only these; absent: any
 * @param excluded not these
 * @param lower not below
 * @param upper not above
 * @param whole whether only whole numbers are values
 */
record Domain(
    Optional<Set<Object>> allowed,
    Set<Object> excluded,
    Optional<Bound> lower,
    Optional<Bound> upper,
    boolean whole) {

  private static final Domain ANYTHING =
      new Domain(Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), false);
  private static final Domain INTEGERS =
      new Domain(
          Optional.empty(),
          Set.of(),
          Optional.of(new Bound(BigDecimal.valueOf(Long.MIN_VALUE), true)),
          Optional.of(new Bound(BigDecimal.valueOf(Long.MAX_VALUE), true)),
          true);

  /**
   * An end of a range.
   *
   * @param value a number, an instant, or whatever else has an order
   * @param inclusive whether the value itself is in the range
   */
  record Bound(Object value, boolean inclusive) {}

  Domain {
    allowed = allowed.map(Set::copyOf);
    excluded = Set.copyOf(excluded);
  }

  /** All values of a type. */
  static Domain of(Type type) {
    return switch (type.kind()) {
      case SIMPLE -> of((Simple) type);
      case ENUMERATION -> ANYTHING.only(((Enumeration) type).values());
      case SET, LIST, STRUCTURE, REFERENCE -> ANYTHING;
    };
  }

  private static Domain of(Simple type) {
    return switch (type) {
      case BOOL -> ANYTHING.only(List.of(true, false));
      case INT -> INTEGERS;
      case STRING, DECIMAL, TIMESTAMP, DURATION, IP, CIDR -> ANYTHING;
    };
  }

  /** Those of them that are among some values. */
  Domain only(Collection<?> values) {
    Set<Object> wanted = normal(values);
    allowed.ifPresent(wanted::retainAll);
    return new Domain(Optional.of(wanted), excluded, lower, upper, whole);
  }

  /** Those of them that are not among some values. */
  Domain except(Collection<?> values) {
    Set<Object> unwanted = normal(values);
    unwanted.addAll(excluded);
    return new Domain(allowed, unwanted, lower, upper, whole);
  }

  /** Those of them that stand in an order to a value. */
  Domain ordered(Order order, Object value) {
    var bound =
        new Bound(normal(value), order == Order.LESS_OR_EQUAL || order == Order.GREATER_OR_EQUAL);
    boolean above = order == Order.GREATER || order == Order.GREATER_OR_EQUAL;
    return above
        ? new Domain(allowed, excluded, Optional.of(tighter(lower, bound, 1)), upper, whole)
        : new Domain(allowed, excluded, lower, Optional.of(tighter(upper, bound, -1)), whole);
  }

  /** Whether there is certainly no value left. */
  boolean isEmpty() {
    if (allowed.isPresent()) {
      return allowed.get().stream().noneMatch(this::admits);
    }
    if (lower.isEmpty() || upper.isEmpty()) {
      return false;
    }
    return whole ? hasNoWholeNumber() : hasNothingBetween();
  }

  private boolean admits(Object value) {
    return !excluded.contains(value)
        && !(whole && value instanceof BigDecimal number && number.scale() > 0)
        && lower.map(bound -> isWithin(value, bound, 1)).orElse(true)
        && upper.map(bound -> isWithin(value, bound, -1)).orElse(true);
  }

  private boolean hasNothingBetween() {
    Bound from = lower.orElseThrow();
    Bound to = upper.orElseThrow();
    int sign = compare(from.value(), to.value());
    return sign > 0
        || (sign == 0 && (!from.inclusive() || !to.inclusive() || excluded.contains(from.value())));
  }

  private boolean hasNoWholeNumber() {
    BigDecimal from = least(lower.orElseThrow());
    BigDecimal to = most(upper.orElseThrow());
    return from.compareTo(to) > 0 || (from.compareTo(to) == 0 && excluded.contains(normal(from)));
  }

  private static BigDecimal least(Bound bound) {
    BigDecimal value = (BigDecimal) bound.value();
    BigDecimal rounded = value.setScale(0, RoundingMode.CEILING);
    boolean next = !bound.inclusive() && rounded.compareTo(value) == 0;
    return next ? rounded.add(BigDecimal.ONE) : rounded;
  }

  private static BigDecimal most(Bound bound) {
    BigDecimal value = (BigDecimal) bound.value();
    BigDecimal rounded = value.setScale(0, RoundingMode.FLOOR);
    boolean previous = !bound.inclusive() && rounded.compareTo(value) == 0;
    return previous ? rounded.subtract(BigDecimal.ONE) : rounded;
  }

  /**
   * The bound that leaves less.
   *
   * @param side 1 for lower bounds, -1 for upper ones
   */
  private static Bound tighter(Optional<Bound> known, Bound other, int side) {
    if (known.isEmpty()) {
      return other;
    }
    int sign = side * compare(other.value(), known.get().value());
    return sign > 0 || (sign == 0 && !other.inclusive()) ? other : known.get();
  }

  private static boolean isWithin(Object value, Bound bound, int side) {
    int sign = side * compare(value, bound.value());
    return sign > 0 || (sign == 0 && bound.inclusive());
  }

  @SuppressWarnings("unchecked") // the checker lets only values of one ordered type meet
  private static int compare(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  private static Set<Object> normal(Collection<?> values) {
    return values.stream().map(Domain::normal).collect(Collectors.toCollection(HashSet::new));
  }

  /** Numbers as decimals without trailing zeros, so that 1 and 1.0 are one value. */
  private static Object normal(Object value) {
    if (value instanceof Long number) {
      return BigDecimal.valueOf(number).stripTrailingZeros();
    }
    return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
  }
}
