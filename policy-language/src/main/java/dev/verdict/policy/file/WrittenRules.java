package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** The items of a list of rules, where somebody may have put a dash before each key of one. */
final class WrittenRules {

  private WrittenRules() {}

  /** Those that are rules; one that its dashes cut to pieces is reported once and left out. */
  static List<YamlNode> of(List<YamlNode> items, Diagnostics diagnostics) {
    var rules = new ArrayList<YamlNode>();
    boolean cut = false;
    for (YamlNode item : items) {
      boolean piece =
          isPiece(item) && (cut || (!rules.isEmpty() && isSingle(rules.get(rules.size() - 1))));
      if (!piece) {
        rules.add(item);
      } else if (!cut) {
        rules.remove(rules.size() - 1);
        diagnostics.report(
            DiagnosticCode.WRONG_SHAPE,
            item.span(),
            "the `-` begins another rule here; only the first key of a rule has one");
      }
      cut = piece;
    }
    return rules;
  }

  /** A single key that a rule has beside its effect. */
  private static boolean isPiece(YamlNode item) {
    return isSingle(item)
        && item instanceof YamlNode.Mapping mapping
        && isKey(mapping.entries().get(0).key().value());
  }

  private static boolean isSingle(YamlNode item) {
    return item instanceof YamlNode.Mapping mapping && mapping.entries().size() == 1;
  }

  private static boolean isKey(String key) {
    return RuleVocabulary.RULE.keys().contains(key) && !key.equals("permit") && !key.equals("deny");
  }
}
