package dev.verdict.policy.check.expression;

import dev.verdict.policy.syntax.Syntax;
import java.util.Optional;

/** The functions that an expression may call. */
public interface Functions {

  /**
   * The type of a call.
   *
   * @param known where it is evaluated
   * @param expressions checks the arguments
   */
  Optional<Typed> check(Syntax.Call call, Known known, ExpressionChecker expressions);
}
