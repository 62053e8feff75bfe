package dev.verdict.policy.check;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.Conversion;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Reference;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.syntax.Syntax;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What writes values that have no literals of their own. A text is read as it would be in a
 * request.
 */
final class LiteralFunctions {

  private static final Map<Simple, String> USAGES =
      Map.of(
          Simple.TIMESTAMP, "timestamp('2026-01-31T08:00:00Z')",
          Simple.DURATION, "duration('PT15M')",
          Simple.IP, "ip('192.0.2.1')",
          Simple.CIDR, "cidr('10.0.0.0/8')");

  static final List<PublishedFunction> ALL =
      List.of(
          literal(Simple.TIMESTAMP, ""),
          literal(
              Simple.DURATION, " or `duration('P1DT12H')`; months and years have no exact length"),
          literal(Simple.IP, " or `ip('2001:db8::1')`"),
          literal(Simple.CIDR, " or `cidr('2001:db8::/32')`, with zeros behind the prefix"));

  private LiteralFunctions() {}

  /** How to write a value of one type where a text met it; empty for other types. */
  static String advice(Type one, Type other) {
    return Types.isText(one) ? advice(other) : Types.isText(other) ? advice(one) : "";
  }

  private static String advice(Type type) {
    return switch (type.kind()) {
      case REFERENCE -> "; write the id as `ref('" + ((Reference) type).entity() + "', ..)`";
      case SIMPLE ->
          Optional.ofNullable(USAGES.get((Simple) type))
              .map(usage -> "; write " + Types.named(type) + " as `" + usage + "`")
              .orElse("");
      case ENUMERATION, SET, LIST, STRUCTURE -> "";
    };
  }

  private static PublishedFunction literal(Simple type, String more) {
    String usage = Objects.requireNonNull(USAGES.get(type));
    return PublishedFunction.of(usage, 1, call -> literal(call, type, more));
  }

  private static Optional<Typed> literal(FunctionCall call, Simple type, String more) {
    Object value =
        call.argument(0) instanceof Syntax.TextLiteral text
            ? Conversion.convert(new Value.Text(text.value()), type)
            : null;
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
