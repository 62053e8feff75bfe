package dev.verdict.policy.analyse;

import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Order;
import dev.verdict.policy.function.CollectionFunction;
import dev.verdict.policy.function.ContainsText;
import dev.verdict.policy.function.TextFunction;
import dev.verdict.policy.source.Fragment;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a part of a condition that has no parts of its own to be true or false says of the
 * attributes that it reads.
 */
final class Leaf implements Expression.Visitor<Boolean> {

  private static final boolean SAYS_NOTHING = true;

  private final boolean wanted;
  private final Assumptions assumptions;

  private Leaf(boolean wanted, Assumptions assumptions) {
    this.wanted = wanted;
    this.assumptions = assumptions;
  }

  /**
   * Whether the part can have this outcome beside what is assumed already; notes what it says.
   *
   * @return true, too, where the part is of a kind that says nothing here
   */
  static boolean holds(Expression leaf, boolean wanted, Assumptions assumptions) {
    return leaf.accept(new Leaf(wanted, assumptions));
  }

  @Override
  public Boolean constant(Expression.Constant constant) {
    return constant.value().equals(wanted);
  }

  @Override
  public Boolean read(Expression.Read read) {
    return assumptions.equal(Term.of(read), wanted, true);
  }

  @Override
  public Boolean has(Expression.Has has) {
    return !(has.operand() instanceof Expression.Read read)
        || assumptions.presence(read.path(), wanted);
  }

  @Override
  public Boolean equal(Expression.Equal equal) {
    return equal(equal.left(), equal.right());
  }

  @Override
  public Boolean compare(Expression.Compare compare) {
    Order order = wanted ? compare.order() : opposite(compare.order());
    return compare(compare.left(), order, compare.right());
  }

  private boolean equal(Expression left, Expression right) {
    Optional<Term> term = Term.of(left).or(() -> Term.of(right));
    Optional<Object> value = value(left).or(() -> value(right));
    if (term.isPresent() && value.isPresent()) {
      return assumptions.equal(term.get(), value.get(), wanted);
    }
    if (value(left).isPresent() && value(right).isPresent()) {
      return value(left).equals(value(right)) == wanted;
    }
    if (size(left, right) || size(right, left)) {
      return !wanted;
    }
    if (isOutOfReach(left, right) || isOutOfReach(right, left)) {
      return !wanted;
    }
    return wanted || !isSame(left, right);
  }

  /** Whether no text becomes that one: none is {@code 'Nina'} in small letters. */
  private static boolean isOutOfReach(Expression mapped, Expression text) {
    return defined(mapped) instanceof Expression.Call call
        && call.function() instanceof TextFunction function
        && value(text).filter(written -> !written.equals(function.apply(written))).isPresent();
  }

  private static boolean isPartOutOfReach(Expression mapped, Expression part) {
    return defined(mapped) instanceof Expression.Call call
        && call.function() != TextFunction.TRIM
        && isOutOfReach(call, part);
  }

  /** Whether one is a size, and the other a number that no size is. */
  private static boolean size(Expression size, Expression number) {
    return isSize(size) && value(number).filter(found -> sign(found, 0L) < 0).isPresent();
  }

  private static boolean isSize(Expression expression) {
    return defined(expression) instanceof Expression.Size;
  }

  /** Whether a size can stand in that order to a number: none is below zero. */
  private static boolean sizeCanBe(Order order, Object number) {
    return switch (order) {
      case LESS -> sign(number, 0L) > 0;
      case LESS_OR_EQUAL -> sign(number, 0L) >= 0;
      case GREATER, GREATER_OR_EQUAL -> true;
    };
  }

  private boolean compare(Expression left, Order order, Expression right) {
    if (Term.of(left).isPresent() && value(right).isPresent()) {
      return assumptions.ordered(Term.of(left).get(), order, value(right).get());
    }
    if (value(left).isPresent() && Term.of(right).isPresent()) {
      return assumptions.ordered(Term.of(right).get(), mirrored(order), value(left).get());
    }
    if (isSize(left) && value(right).isPresent()) {
      return sizeCanBe(order, value(right).get());
    }
    if (value(left).isPresent() && isSize(right)) {
      return sizeCanBe(mirrored(order), value(left).get());
    }
    if (value(left).isPresent() && value(right).isPresent()) {
      return order.holds(sign(value(left).get(), value(right).get()));
    }
    return !isSame(left, right) || order.holds(0);
  }

  @Override
  public Boolean contains(Expression.Contains contains) {
    Optional<Object> values = value(contains.collection());
    if (values.isEmpty() || !(values.get() instanceof Collection<?> collection)) {
      return true;
    }
    if (value(contains.element()).isPresent()) {
      return collection.contains(value(contains.element()).get()) == wanted;
    }
    if (wanted
        && defined(contains.element()) instanceof Expression.Call call
        && call.function() instanceof TextFunction function) {
      return collection.stream().anyMatch(each -> each.equals(function.apply(each)));
    }
    return Term.of(contains.element())
        .map(term -> assumptions.among(term, collection, wanted))
        .orElse(true);
  }

  @Override
  public Boolean member(Expression.Member member) {
    return SAYS_NOTHING;
  }

  @Override
  public Boolean use(Expression.Use use) {
    return SAYS_NOTHING;
  }

  @Override
  public Boolean coalesce(Expression.Coalesce coalesce) {
    return SAYS_NOTHING;
  }

  @Override
  public Boolean local(Expression.Local local) {
    return SAYS_NOTHING;
  }

  @Override
  public Boolean choice(Expression.Choice choice) {
    return SAYS_NOTHING;
  }

  @Override
  public Boolean not(Expression.Not not) {
    return SAYS_NOTHING;
  }

  @Override
  public Boolean and(Expression.And and) {
    return SAYS_NOTHING;
  }

  @Override
  public Boolean or(Expression.Or or) {
    return SAYS_NOTHING;
  }

  @Override
  public Boolean within(Expression.Within within) {
    return wanted || !isSame(within.inner(), within.outer());
  }

  @Override
  public Boolean quantified(Expression.Quantified quantified) {
    return SAYS_NOTHING;
  }

  @Override
  public Boolean startsWith(Expression.StartsWith startsWith) {
    return wanted
        ? !isPartOutOfReach(startsWith.text(), startsWith.part())
        : !isPart(startsWith.text(), startsWith.part());
  }

  @Override
  public Boolean endsWith(Expression.EndsWith endsWith) {
    return wanted
        ? !isPartOutOfReach(endsWith.text(), endsWith.part())
        : !isPart(endsWith.text(), endsWith.part());
  }

  @Override
  public Boolean matches(Expression.Matches matches) {
    return SAYS_NOTHING;
  }

  @Override
  public Boolean empty(Expression.Empty empty) {
    return SAYS_NOTHING;
  }

  @Override
  public Boolean size(Expression.Size size) {
    return SAYS_NOTHING;
  }

  @Override
  public Boolean arithmetic(Expression.Arithmetic arithmetic) {
    return SAYS_NOTHING;
  }

  @Override
  public Boolean call(Expression.Call call) {
    List<Expression> arguments = call.arguments();
    boolean certain =
        call.function() instanceof ContainsText
            ? isPart(arguments.get(0), arguments.get(1))
            : call.function() == CollectionFunction.CONTAINS_ALL
                && isSame(arguments.get(0), arguments.get(1));
    return wanted || !certain;
  }

  @Override
  public Boolean toDecimal(Expression.ToDecimal toDecimal) {
    return SAYS_NOTHING;
  }

  private static Optional<Object> value(Expression expression) {
    return defined(expression) instanceof Expression.Constant constant
        ? Optional.of(constant.value())
        : Optional.empty();
  }

  /** The expression that the variables stand for. */
  private static Expression defined(Expression expression) {
    return expression instanceof Expression.Use use
        ? defined(use.variable().definition())
        : expression;
  }

  /** Whether two expressions have one value, as both read one attribute or are one text. */
  private static boolean isSame(Expression left, Expression right) {
    Optional<Object> term = Term.of(left).map(Term::key);
    if (term.isPresent()) {
      return term.equals(Term.of(right).map(Term::key));
    }
    Fragment one = defined(left).fragment();
    Fragment other = defined(right).fragment();
    return one.source().equals(other.source()) && one.line().equals(other.line());
  }

  /** Whether every text has that part. */
  private static boolean isPart(Expression text, Expression part) {
    return value(part).filter(""::equals).isPresent() || isSame(text, part);
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
