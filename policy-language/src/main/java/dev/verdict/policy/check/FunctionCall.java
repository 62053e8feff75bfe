package dev.verdict.policy.check;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.syntax.Syntax;
import java.util.Optional;
import java.util.Set;

/**
 * A call with the right number of arguments, and all that its function may ask of the checker.
 *
 * @param function what is called
 * @param syntax the call as written
 * @param present the attributes that are known to be present where it is evaluated
 */
record FunctionCall(
    PublishedFunction function,
    Syntax.Call syntax,
    Set<AttributePath> present,
    ExpressionChecker expressions,
    AttributeChecker attributes,
    Findings findings) {

  Fragment fragment() {
    return syntax.fragment();
  }

  /** An argument as written, without parentheses around it. */
  Syntax argument(int index) {
    return ExpressionChecker.ungrouped(syntax.arguments().get(index));
  }

  /** The value of an argument, of whatever type. */
  Optional<Expression> value(int index) {
    return expressions.check(syntax.arguments().get(index), present).map(Typed::expression);
  }
}
