package dev.verdict.policy.check.expression;

import dev.verdict.policy.expression.ArithmeticOperator;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.expression.Order;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.schema.Type.Structure;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.syntax.Syntax;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Gives operators their types: which operands each takes, and what it makes of them. */
final class OperatorChecker {

  private final Findings findings;
  private final EnumerationChecker members;
  private final ReferenceLiterals references;

  OperatorChecker(Findings findings) {
    this.findings = findings;
    this.members = new EnumerationChecker(findings);
    this.references = new ReferenceLiterals(findings);
  }

  Optional<Expression> check(Syntax.Binary binary, Expression left, Expression right) {
    Fragment fragment = binary.fragment();
    return switch (binary.operator()) {
      case EQUAL -> equal(left, right, fragment);
      case NOT_EQUAL -> not(equal(left, right, fragment));
      case LESS -> compare(Order.LESS, left, right, fragment);
      case LESS_OR_EQUAL -> compare(Order.LESS_OR_EQUAL, left, right, fragment);
      case GREATER -> compare(Order.GREATER, left, right, fragment);
      case GREATER_OR_EQUAL -> compare(Order.GREATER_OR_EQUAL, left, right, fragment);
      case IN -> contains(left, right, fragment);
      case NOT_IN -> not(contains(left, right, fragment));
      case STARTS_WITH -> startsWith(left, right, fragment);
      case NOT_STARTS_WITH -> not(startsWith(left, right, fragment));
      case ENDS_WITH -> endsWith(left, right, fragment);
      case NOT_ENDS_WITH -> not(endsWith(left, right, fragment));
      case PLUS -> arithmetic(ArithmeticOperator.PLUS, left, right, fragment);
      case MINUS -> arithmetic(ArithmeticOperator.MINUS, left, right, fragment);
      case TIMES -> arithmetic(ArithmeticOperator.TIMES, left, right, fragment);
      case OR, AND, COALESCE ->
          throw new IllegalArgumentException("operator: " + binary.operator());
    };
  }

  private static Optional<Expression> not(Optional<Expression> condition) {
    return condition.map(operand -> new Expression.Not(operand, operand.fragment()));
  }

  private Optional<Expression> equal(Expression left, Expression right, Fragment fragment) {
    Optional<Expression> first = references.beside(right.type(), left);
    Optional<Expression> second = references.beside(left.type(), right);
    return first.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : equalValues(first.get(), second.get(), fragment);
  }

  private Optional<Expression> equalValues(Expression left, Expression right, Fragment fragment) {
    if (Types.isNumber(left.type()) && Types.isNumber(right.type())) {
      var pair = NumberPair.of(left, right);
      return Optional.of(new Expression.Equal(pair.left(), pair.right(), fragment));
    }
    if (left.type() instanceof Structure || right.type() instanceof Structure) {
      return findings.mismatch(fragment, "records have no `==`; compare their members");
    }
    if (Types.isCollection(left.type()) || Types.isCollection(right.type())) {
      return findings.mismatch(
          fragment, "sets and lists have no `==`; ask for a member with `value =~ list`");
    }
    if (!Types.meet(left.type(), right.type())) {
      return findings.mismatch(
          fragment,
          Types.named(left.type())
              + " is never equal to "
              + Types.named(right.type())
              + LiteralForms.advice(left, right));
    }
    return members.agree(left, right)
        ? Optional.of(new Expression.Equal(left, right, fragment))
        : Optional.empty();
  }

  private Optional<Expression> compare(
      Order order, Expression left, Expression right, Fragment fragment) {
    if (Types.isTime(left.type()) && left.type().equals(right.type())) {
      return Optional.of(new Expression.Compare(order, left, right, fragment));
    }
    if (!Types.isNumber(left.type()) || !Types.isNumber(right.type())) {
      return findings.mismatch(
          fragment,
          "only two numbers, timestamps or durations have an order; this is "
              + Types.named(left.type())
              + " and "
              + Types.named(right.type())
              + LiteralForms.advice(left, right));
    }
    var pair = NumberPair.of(left, right);
    return Optional.of(new Expression.Compare(order, pair.left(), pair.right(), fragment));
  }

  private Optional<Expression> contains(
      Expression element, Expression collection, Fragment fragment) {
    Optional<Expression> first = references.beside(collection.type(), element);
    Optional<Expression> second = references.beside(element.type(), collection);
    return first.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : containsValue(first.get(), second.get(), fragment);
  }

  private Optional<Expression> containsValue(
      Expression element, Expression collection, Fragment fragment) {
    Optional<Type> held = Types.elementOf(collection.type());
    if (held.isEmpty()) {
      return findings.mismatch(
          collection.fragment(),
          "what stands right of `=~` must be a set or a list, but it is "
              + Types.named(collection.type())
              + notACollection(collection.type()));
    }
    if (held.get() instanceof Structure) {
      return findings.mismatch(
          fragment,
          "records have no `==`, so none is looked for; ask for members with"
              + " `any(list, x, x.member == value)`");
    }
    if (element.type() == Simple.DECIMAL
        && Types.isNumber(held.get())
        && collection instanceof Constant constant) {
      return Optional.of(new Expression.Contains(Types.toDecimals(constant), element, fragment));
    }
    if (!Types.meet(element.type(), held.get())) {
      return findings.mismatch(
          fragment,
          Types.named(element.type())
              + " is never in "
              + Types.named(collection.type())
              + (Types.isCollection(element.type())
                  ? "; ask `containsAny(a, b)` for one that both have, or `containsAll(a, b)`"
                  : LiteralForms.advice(element.type(), held.get())));
    }
    return members.holds(element.type(), collection)
        ? Optional.of(new Expression.Contains(collection, element, fragment))
        : Optional.empty();
  }

  private static String notACollection(Type type) {
    if (type == Simple.CIDR) {
      return "; a range is asked with `inRange(ip, range)`";
    }
    return Types.isText(type) ? "; a pattern is asked for with `matches(text, 'pattern')`" : "";
  }

  private Optional<Expression> startsWith(Expression text, Expression part, Fragment fragment) {
    return areTexts(text, part, fragment)
        ? Optional.of(new Expression.StartsWith(text, part, fragment))
        : Optional.empty();
  }

  private Optional<Expression> endsWith(Expression text, Expression part, Fragment fragment) {
    return areTexts(text, part, fragment)
        ? Optional.of(new Expression.EndsWith(text, part, fragment))
        : Optional.empty();
  }

  private boolean areTexts(Expression text, Expression part, Fragment fragment) {
    if (Types.isText(text.type()) && Types.isText(part.type())) {
      return true;
    }
    findings.mismatch(
        fragment,
        "only a `string` begins or ends with a `string`; this is "
            + Types.named(text.type())
            + " and "
            + Types.named(part.type())
            + (text.type() == Simple.IP
                ? "; a range is asked for with `inRange(a, cidr('10.0.0.0/8'))`"
                : ""));
    return false;
  }

  private Optional<Expression> arithmetic(
      ArithmeticOperator operator, Expression left, Expression right, Fragment fragment) {
    Optional<Expression> time = TimeOperators.apply(operator, left, right, fragment);
    if (time.isPresent()) {
      return time;
    }
    if (!Types.isNumber(left.type()) || !Types.isNumber(right.type())) {
      return findings.mismatch(
          fragment,
          "these are not reckoned with each other: "
              + Types.named(left.type())
              + " and "
              + Types.named(right.type())
              + (Types.isText(left.type()) && Types.isText(right.type())
                  ? "; write `concat(a, b)`"
                  : ""));
    }
    var pair = NumberPair.of(left, right);
    return Optional.of(new Expression.Arithmetic(operator, pair.left(), pair.right(), fragment));
  }

  /** {@code -operand} as the difference from zero. */
  Optional<Expression> negate(Expression operand, Fragment fragment) {
    return arithmetic(
        ArithmeticOperator.MINUS,
        operand.type() == Simple.DURATION
            ? new Constant(Duration.ZERO, Simple.DURATION, operand.fragment())
            : new Constant(0L, Simple.INT, operand.fragment()),
        operand,
        fragment);
  }

  Optional<Expression> choose(
      Expression test, Expression whenTrue, Expression whenFalse, Fragment fragment) {
    if (Types.isNumber(whenTrue.type()) && Types.isNumber(whenFalse.type())) {
      var pair = NumberPair.of(whenTrue, whenFalse);
      return Optional.of(
          new Expression.Choice(test, pair.left(), pair.right(), pair.left().type(), fragment));
    }
    if (!Types.meet(whenTrue.type(), whenFalse.type())) {
      return findings.mismatch(
          fragment,
          "both values of `? :` must have one type; these are "
              + Types.named(whenTrue.type())
              + " and "
              + Types.named(whenFalse.type()));
    }
    Type type =
        whenTrue instanceof Constant
            ? Types.join(whenFalse.type(), whenTrue)
            : Types.join(whenTrue.type(), whenFalse);
    return Optional.of(new Expression.Choice(test, whenTrue, whenFalse, type, fragment));
  }

  Optional<Expression> coalesce(
      List<Expression.Lookup> candidates, Expression fallback, Fragment fragment) {
    Type type = candidates.get(0).type();
    Optional<Expression> known = references.beside(type, fallback);
    if (known.isEmpty()) {
      return known;
    }
    Expression last = type == Simple.DECIMAL ? Types.toDecimal(fallback) : known.get();
    for (Expression.Lookup candidate : candidates) {
      if (!Types.meet(type, candidate.type())) {
        return mismatchedDefault(type, candidate);
      }
      type = Types.join(type, candidate.type());
    }
    if (!Types.meet(type, last.type())) {
      return mismatchedDefault(type, fallback);
    }
    return Optional.of(new Expression.Coalesce(candidates, last, Types.join(type, last), fragment));
  }

  private Optional<Expression> mismatchedDefault(Type type, Expression operand) {
    return findings.mismatch(
        operand.fragment(),
        "the default after `??` must be "
            + Types.named(type)
            + " like the attribute, but it is "
            + Types.named(operand.type())
            + "; `??` binds weaker than comparisons: write `(a ?? b) > c`");
  }
}
