package dev.verdict.policy.check.function;

import dev.verdict.policy.check.expression.AccessChecker;
import dev.verdict.policy.check.expression.ExpressionChecker;
import dev.verdict.policy.check.expression.Findings;
import dev.verdict.policy.check.expression.Known;
import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.check.expression.Types;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.function.ValueFunction;
import dev.verdict.policy.schema.EntityTypes;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.syntax.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A call with the right number of arguments, and all that its function may ask of the checker.
 *
 * @param function what is called
 * @param syntax the call as written
 * @param known where it is evaluated
 */
record FunctionCall(
    PublishedFunction function, Syntax.Call syntax, Known known, ExpressionChecker expressions) {

  AccessChecker accesses() {
    return expressions.accesses();
  }

  EntityTypes entities() {
    return expressions.entities();
  }

  Findings findings() {
    return expressions.findings();
  }

  Fragment fragment() {
    return syntax.fragment();
  }

  /** An argument as written, without parentheses around it. */
  Syntax argument(int index) {
    return ExpressionChecker.ungrouped(syntax.arguments().get(index));
  }

  /** The value of an argument, of whatever type. */
  Optional<Expression> value(int index) {
    return expressions.check(syntax.arguments().get(index), known).map(Typed::expression);
  }

  /** A string or enum as an argument. */
  Optional<Expression> text(int index) {
    return value(index, Types::isText, "a `string`");
  }

  /** An argument that has to be of some type. */
  Optional<Expression> value(int index, Predicate<Type> fits, String expected) {
    return require(value(index), fits, expected);
  }

  /** The value of an argument, if it has the type that the function needs. */
  Optional<Expression> require(Optional<Expression> value, Predicate<Type> fits, String expected) {
    return value.isEmpty() || fits.test(value.get().type())
        ? value
        : findings()
            .mismatch(
                value.get().fragment(),
                "`"
                    + function.name()
                    + "` needs "
                    + expected
                    + " here, but this is "
                    + Types.named(value.get().type()));
  }

  /** The call of a function, if all its arguments are well. */
  Optional<Typed> of(ValueFunction called, List<Optional<Expression>> arguments) {
    return arguments.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            new Typed(
                new Expression.Call(
                    called, arguments.stream().flatMap(Optional::stream).toList(), fragment())))
        : Optional.empty();
  }
}
