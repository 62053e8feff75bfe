package dev.verdict.policy.check.expression;

import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Reference;
import dev.verdict.policy.schema.Type.Simple;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How values are written that have no literals of their own. */
public final class LiteralForms {

  private static final Map<Simple, String> USAGES =
      Map.of(
          Simple.TIMESTAMP, "timestamp('2026-01-31T08:00:00Z')",
          Simple.DURATION, "duration('PT15M')",
          Simple.IP, "ip('192.0.2.1')",
          Simple.CIDR, "cidr('10.0.0.0/8')");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");

  private LiteralForms() {}

  /** The call that writes a value of a type; empty where a literal does. */
  public static Optional<String> usage(Simple type) {
    return Optional.ofNullable(USAGES.get(type));
  }

  /** How to write a value that met one of another type; empty where no form is known. */
  static String advice(Expression one, Expression other) {
    return unquoted(one, other.type())
        .or(() -> unquoted(other, one.type()))
        .orElseGet(() -> advice(one.type(), other.type()));
  }

  /** How to write a value of one type where a text or a number met it; empty for other types. */
  static String advice(Type one, Type other) {
    return isPlain(one) ? advice(other) : isPlain(other) ? advice(one) : "";
  }

  private static boolean isPlain(Type type) {
    return Types.isText(type) || Types.isNumber(type);
  }

  /** A number, or true or false, that stands in quotes beside one. */
  private static Optional<String> unquoted(Expression text, Type beside) {
    if (!(text instanceof Expression.Constant constant) || !Types.isText(text.type())) {
      return Optional.empty();
    }
    String value = constant.value().toString();
    boolean fits =
        Types.isNumber(beside)
            ? NUMBER.matcher(value).matches()
            : beside == Simple.BOOL && (value.equals("true") || value.equals("false"));
    return fits ? Optional.of("; write `" + value + "` without quotes") : Optional.empty();
  }

  private static String advice(Type type) {
    return switch (type.kind()) {
      case REFERENCE -> "; write the id as `ref('" + ((Reference) type).entity() + "', ..)`";
      case SIMPLE ->
          usage((Simple) type)
              .map(usage -> "; write " + Types.named(type) + " as `" + usage + "`")
              .orElse("");
      case ENUMERATION, SET, LIST, STRUCTURE -> "";
    };
  }
}
