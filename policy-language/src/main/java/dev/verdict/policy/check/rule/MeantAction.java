package dev.verdict.policy.check.rule;

import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.schema.ResourceType;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What somebody may have meant by an action that a resource type does not have. */
final class MeantAction {

  private static final Set<String> ALL = Set.of("all", "any", "every");
  private static final String SEPARATORS = ".:/";

  private MeantAction() {}

  /** What to write, behind a semicolon; empty where nothing is near. */
  static String advice(String written, ResourceType resource) {
    Set<String> declared = resource.actions().keySet();
    if (ALL.contains(written.toLowerCase(Locale.ROOT))) {
      return "; write `'*'` for all of them";
    }
    List<String> several = List.of(written.strip().split("[\\s,|]+"));
    if (several.size() > 1 && declared.containsAll(several)) {
      return "; write a list: `[" + String.join(", ", several) + "]`";
    }
    return declared.stream()
        .filter(action -> isQualified(written, action, resource.name()))
        .findFirst()
        .map(action -> "; did you mean `" + action + "`?")
        .orElseGet(() -> Suggestion.didYouMean(written, declared));
  }

  /** Whether it is the action with the name of the resource type before it. */
  private static boolean isQualified(String written, String action, String type) {
    int separator = written.length() - action.length() - 1;
    return separator > 0
        && written.endsWith(action)
        && SEPARATORS.indexOf(written.charAt(separator)) >= 0
        && written.regionMatches(true, 0, type, 0, type.length());
  }
}
