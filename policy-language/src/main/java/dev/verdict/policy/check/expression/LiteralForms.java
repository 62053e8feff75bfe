package dev.verdict.policy.check.expression;

import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Reference;
import dev.verdict.policy.schema.Type.Simple;
import java.util.Map;
import java.util.Optional;

/** How values are written that have no literals of their own. */
public final class LiteralForms {

  private static final Map<Simple, String> USAGES =
      Map.of(
          Simple.TIMESTAMP, "timestamp('2026-01-31T08:00:00Z')",
          Simple.DURATION, "duration('PT15M')",
          Simple.IP, "ip('192.0.2.1')",
          Simple.CIDR, "cidr('10.0.0.0/8')");

  private LiteralForms() {}

  /** The call that writes a value of a type; empty where a literal does. */
  public static Optional<String> usage(Simple type) {
    return Optional.ofNullable(USAGES.get(type));
  }

  /** How to write a value of one type where a text met it; empty for other types. */
  static String advice(Type one, Type other) {
    return Types.isText(one) ? advice(other) : Types.isText(other) ? advice(one) : "";
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
