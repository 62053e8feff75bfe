package dev.verdict.policy.check;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.schema.Rfc3339;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.syntax.Syntax;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What writes values that have no literals of their own: {@code timestamp}. */
final class LiteralFunctions {

  static final List<PublishedFunction> ALL =
      List.of(
          PublishedFunction.of(
              "timestamp('2026-01-31T08:00:00Z')", 1, LiteralFunctions::timestamp));

  private LiteralFunctions() {}

  private static Optional<Typed> timestamp(FunctionCall call) {
    Instant instant =
        call.argument(0) instanceof Syntax.TextLiteral text ? Rfc3339.parse(text.value()) : null;
    if (instant == null) {
      return call.findings()
          .refuse(
              DiagnosticCode.INVALID_LITERAL,
              call.fragment(),
              "a timestamp is written as `" + call.function().usage() + "`");
    }
    return Optional.of(new Typed(new Constant(instant, Simple.TIMESTAMP, call.fragment())));
  }
}
