package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.yaml.YamlNode;
import java.util.regex.Pattern;

/** How values of a type are written in YAML. */
final class WrittenForms {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");

  private WrittenForms() {}

  /**
   * What to write for a value of another type, behind a semicolon; empty where the type says it.
   */
  static String advice(YamlNode node, Type type) {
    if (!(node instanceof YamlNode.Scalar scalar)) {
      return "";
    }
    return switch (type.kind()) {
      case SIMPLE -> simple(scalar, (Type.Simple) type);
      case ENUMERATION -> Suggestion.didYouMean(scalar.value(), ((Type.Enumeration) type).values());
      case SET, LIST -> "; write a list: `[" + scalar.value() + "]`";
      case REFERENCE, STRUCTURE -> "";
    };
  }

  private static String simple(YamlNode.Scalar scalar, Type.Simple type) {
    return switch (type) {
      case INT, DECIMAL ->
          NUMBER.matcher(scalar.value()).matches() && !scalar.plain() ? unquoted(scalar) : "";
      case BOOL -> "; write `true` or `false`, without quotes";
      case TIMESTAMP -> "; write it like `2026-01-31T08:00:00Z`";
      case DURATION -> "; write it like `PT15M` or `P1DT12H`";
      case CIDR -> "; write it like `10.0.0.0/8`, with zeros behind the prefix";
      case STRING -> scalar.plain() ? "; put it in quotes" : "";
      case IP -> "";
    };
  }

  private static String unquoted(YamlNode.Scalar scalar) {
    return "; write `" + scalar.value() + "` without quotes";
  }
}
