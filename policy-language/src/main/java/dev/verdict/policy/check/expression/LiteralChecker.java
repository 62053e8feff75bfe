package dev.verdict.policy.check.expression;

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
  private final Scope scope;
  private final Findings findings;
  private final Items items = new Items();

  LiteralChecker(ExpressionChecker expressions, Scope scope, Findings findings) {
    this.expressions = expressions;
    this.scope = scope;
    this.findings = findings;
  }

  Constant flag(Syntax.FlagLiteral flag) {
    return new Constant(flag.value(), Simple.BOOL, flag.fragment());
  }

  /** A text; one that is an expression in quotes is reported, as it would never be equal. */
  Constant text(Syntax.TextLiteral text) {
    QuotedExpression.in(text.value())
        .filter(path -> path.isTemplate() || !scope.declarations(path.attribute()).isEmpty())
        .ifPresent(
            path ->
                findings.refuse(
                    DiagnosticCode.QUOTED_EXPRESSION,
                    text.fragment(),
                    "this is the text `" + text.value() + "` and no attribute; " + path.cure()));
    return new Constant(text.value(), Simple.STRING, text.fragment());
  }

  Optional<Constant> number(Syntax.NumberLiteral number) {
    return number(number.digits(), number.fragment());
  }

  /** A number with a minus sign before it. */
  Optional<Constant> negative(Syntax.NumberLiteral number, Fragment fragment) {
    return number("-" + number.digits(), fragment);
  }

  private Optional<Constant> number(String digits, Fragment fragment) {
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
  Optional<Constant> list(Syntax.ListLiteral list) {
    var values = new LinkedHashSet<Object>();
    Type element = null;
    for (Syntax item : list.items()) {
      Optional<Constant> checked = item.accept(items);
      if (checked.isEmpty()) {
        return Optional.empty();
      }
      Constant constant = checked.get();
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

  /** What may stand in a list. */
  private final class Items implements Syntax.Visitor<Optional<Constant>> {

    @Override
    public Optional<Constant> numberLiteral(Syntax.NumberLiteral number) {
      return number(number);
    }

    @Override
    public Optional<Constant> textLiteral(Syntax.TextLiteral text) {
      return Optional.of(text(text));
    }

    @Override
    public Optional<Constant> negate(Syntax.Negate negate) {
      return negate.operand() instanceof Syntax.NumberLiteral number
          ? negative(number, negate.fragment())
          : refused(negate);
    }

    @Override
    public Optional<Constant> call(Syntax.Call call) {
      Optional<Expression> value = expressions.check(call, Known.NOTHING).map(Typed::expression);
      return value.flatMap(
          found -> found instanceof Constant constant ? Optional.of(constant) : refused(call));
    }

    @Override
    public Optional<Constant> flagLiteral(Syntax.FlagLiteral flag) {
      return refused(flag);
    }

    @Override
    public Optional<Constant> listLiteral(Syntax.ListLiteral list) {
      return refused(list);
    }

    @Override
    public Optional<Constant> name(Syntax.Name name) {
      return refused(name);
    }

    @Override
    public Optional<Constant> access(Syntax.Access access) {
      return refused(access);
    }

    @Override
    public Optional<Constant> group(Syntax.Group group) {
      return refused(group);
    }

    @Override
    public Optional<Constant> not(Syntax.Not not) {
      return refused(not);
    }

    @Override
    public Optional<Constant> binary(Syntax.Binary binary) {
      return refused(binary);
    }

    @Override
    public Optional<Constant> conditional(Syntax.Conditional conditional) {
      return refused(conditional);
    }

    private Optional<Constant> refused(Syntax item) {
      return findings.refuse(
          DiagnosticCode.CONDITION_UNSUPPORTED,
          item.fragment(),
          "a list holds literals: strings, numbers, or values like `ip('192.0.2.1')`; compare"
              + " others with `||`");
    }
  }
}
