package dev.verdict.policy.check.function;

import dev.verdict.policy.check.expression.LiteralForms;
import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.check.expression.Types;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.Conversion;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.syntax.Syntax;
import dev.verdict.policy.work.WorkMeter;
import java.util.List;
import java.util.Optional;

/**
 * What writes values that have no literals of their own. A text is read as it would be in a
 * request.
 */
final class LiteralFunctions {

  static final List<PublishedFunction> ALL =
      List.of(
          literal(Simple.TIMESTAMP, ""),
          literal(
              Simple.DURATION, " or `duration('P1DT12H')`; months and years have no exact length"),
          literal(Simple.IP, " or `ip('2001:db8::1')`"),
          literal(Simple.CIDR, " or `cidr('2001:db8::/32')`, with zeros behind the prefix"));

  private LiteralFunctions() {}

  private static PublishedFunction literal(Simple type, String more) {
    return PublishedFunction.of(
        LiteralForms.usage(type).orElseThrow(), 1, call -> literal(call, type, more));
  }

  private static boolean isRange(Syntax argument) {
    return argument instanceof Syntax.TextLiteral text && text.value().indexOf('/') > 0;
  }

  private static Optional<Typed> literal(FunctionCall call, Simple type, String more) {
    Object value =
        call.argument(0) instanceof Syntax.TextLiteral text
            ? Conversion.convert(new Value.Text(text.value()), type, WorkMeter.UNBOUNDED)
            : null;
    if (value == null && type == Simple.IP && isRange(call.argument(0))) {
      return call.findings()
          .refuse(
              DiagnosticCode.INVALID_LITERAL,
              call.fragment(),
              "this is a range of addresses; ask `inRange(a, cidr('10.0.0.0/8'))`");
    }
    if (value == null) {
      return call.findings()
          .refuse(
              DiagnosticCode.INVALID_LITERAL,
              call.fragment(),
              Types.named(type) + " is written as `" + call.function().usage() + "`" + more);
    }
    return Optional.of(new Typed(new Constant(value, type, call.fragment())));
  }
}
