package dev.verdict.policy.check;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.SetOf;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.syntax.Syntax;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Gives literals their types and values. */
final class LiteralChecker {

  private final ExpressionChecker expressions;
  private final Findings findings;

  LiteralChecker(ExpressionChecker expressions, Findings findings) {
    this.expressions = expressions;
    this.findings = findings;
  }

  Optional<Expression> check(Syntax syntax) {
    if (syntax instanceof Syntax.FlagLiteral flag) {
      return Optional.of(new Constant(flag.value(), Simple.BOOL, flag.fragment()));
    }
    if (syntax instanceof Syntax.TextLiteral text) {
      return Optional.of(new Constant(text.value(), Simple.STRING, text.fragment()));
    }
    if (syntax instanceof Syntax.NumberLiteral number) {
      return number(number.digits(), number.fragment());
    }
    if (syntax instanceof Syntax.ListLiteral list) {
      return list(list);
    }
    return findings.refuse(
        DiagnosticCode.CONDITION_UNSUPPORTED,
        syntax.fragment(),
        "this is not part of the policy language");
  }

  /** A number with a minus sign before it. */
  Optional<Expression> checkNegative(Syntax.NumberLiteral number, Fragment fragment) {
    return number("-" + number.digits(), fragment);
  }

  private Optional<Expression> number(String digits, Fragment fragment) {
    if (digits.indexOf('.') >= 0) {
      return Optional.of(
          new Constant(new BigDecimal(digits).stripTrailingZeros(), Simple.DECIMAL, fragment));
    }
    try {
      return Optional.of(new Constant(Long.parseLong(digits), Simple.INT, fragment));
    } catch (NumberFormatException tooLarge) {
      return findings.refuse(
          DiagnosticCode.INVALID_LITERAL,
          fragment,
          "an int has 64 bits; write `" + digits + ".0` for a decimal");
    }
  }

  /** A list of literals of one type; order and repetition do not matter where it may stand. */
  private Optional<Expression> list(Syntax.ListLiteral list) {
    var values = new LinkedHashSet<Object>();
    Type element = null;
    for (Syntax item : list.items()) {
      Optional<Expression> checked = item(item);
      if (checked.isEmpty()) {
        return Optional.empty();
      }
      var constant = (Constant) checked.get();
      if (element != null && !constant.type().equals(element)) {
        return findings.mismatch(
            item.fragment(),
            "a list holds values of one type: this is "
                + Types.named(constant.type())
                + ", the first is "
                + Types.named(element));
      }
      element = constant.type();
      values.add(constant.value());
    }
    return element == null
        ? Optional.empty()
        : Optional.of(new Constant(Set.copyOf(values), new SetOf(element), list.fragment()));
  }

  private Optional<Expression> item(Syntax item) {
    if (item instanceof Syntax.TextLiteral || item instanceof Syntax.NumberLiteral) {
      return check(item);
    }
    if (item instanceof Syntax.Negate negate
        && negate.operand() instanceof Syntax.NumberLiteral number) {
      return checkNegative(number, negate.fragment());
    }
    if (item instanceof Syntax.Call) {
      Optional<Expression> value = expressions.check(item, Known.NOTHING).map(Typed::expression);
      return value.isEmpty() || value.get() instanceof Constant ? value : noLiteral(item);
    }
    return noLiteral(item);
  }

  private Optional<Expression> noLiteral(Syntax item) {
    return findings.refuse(
        DiagnosticCode.CONDITION_UNSUPPORTED,
        item.fragment(),
        "a list holds literals: strings, numbers, or values like `ip('192.0.2.1')`; compare others"
            + " with `||`");
  }
}
