package dev.verdict.policy.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out what YAML makes of the end of an {@code enum(a, b)} that stands in braces without
 * quotes: keys like {@code b)}. Its beginning stays, for whoever reads types to report.
 */
final class SplitEnum {

  private static final String OPENING = "enum(";

  private SplitEnum() {}

  /** The entries without the rests of an enum. */
  static List<YamlNode.Entry> joined(YamlNode.Mapping mapping) {
    var entries = new ArrayList<YamlNode.Entry>();
    boolean within = false;
    for (YamlNode.Entry entry : mapping.entries()) {
      boolean rest = within && CoreSchema.isNull(entry.value());
      if (!rest) {
        entries.add(entry);
      }
      within = opens(entry.value()) || (rest && !entry.key().value().endsWith(")"));
    }
    return entries;
  }

  private static boolean opens(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar
        && scalar.plain()
        && scalar.value().startsWith(OPENING)
        && !scalar.value().endsWith(")");
  }
}
