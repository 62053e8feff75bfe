package dev.verdict.policy.check.function;

import com.google.re2j.Pattern;
import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.check.expression.Types;
import dev.verdict.policy.expression.Expression;
import java.util.List;
import java.util.Optional;

/** What compares texts with patterns: {@code matches}. */
final class PatternFunctions {

  static final List<PublishedFunction> ALL =
      List.of(PublishedFunction.of("matches(text, 'pattern')", 2, PatternFunctions::matches));

  private PatternFunctions() {}

  private static Optional<Typed> matches(FunctionCall call) {
    Optional<Expression> text = call.value(0);
    Optional<Pattern> pattern =
        PatternChecker.compile(call.syntax().arguments().get(1), call.findings());
    if (text.isEmpty() || pattern.isEmpty()) {
      return Optional.empty();
    }
    Expression operand = text.get();
    if (!Types.isText(operand.type())) {
      return call.findings()
          .mismatch(
              operand.fragment(),
              "only a `string` matches, but this is " + Types.named(operand.type()));
    }
    return Optional.of(new Typed(new Expression.Matches(operand, pattern.get(), call.fragment())));
  }
}
