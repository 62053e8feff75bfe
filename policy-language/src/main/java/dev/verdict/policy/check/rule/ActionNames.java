package dev.verdict.policy.check.rule;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.source.Located;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Resolves what authors write where actions of a resource type belong: names, {@code *} for all of
 * them, or {@code files/*} for those that begin so.
 */
final class ActionNames {

  private static final String WILDCARD = "*";
  private static final String SEPARATORS = ".:/";

  private final ResourceType resource;
  private final Diagnostics diagnostics;

  ActionNames(ResourceType resource, Diagnostics diagnostics) {
    this.resource = resource;
    this.diagnostics = diagnostics;
  }

  /** The declared actions that are meant; what means none is reported and left out. */
  Set<String> resolve(List<Located<String>> written) {
    var actions = new TreeSet<String>();
    for (Located<String> each : written) {
      if (each.value().equals(WILDCARD)) {
        reportOthers(each, written);
        actions.addAll(declared());
      } else if (each.value().contains(WILDCARD)) {
        actions.addAll(beginning(each));
      } else if (declared().contains(each.value())) {
        actions.add(each.value());
      } else {
        unknown(
            each,
            "has no action `" + each.value() + "`",
            Suggestion.didYouMean(each.value(), declared()));
      }
    }
    return actions;
  }

  private Set<String> declared() {
    return resource.actions().keySet();
  }

  private void reportOthers(Located<String> every, List<Located<String>> written) {
    if (written.size() > 1) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          every.span(),
          "`*` stands for all actions; leave out the others");
    }
  }

  private List<String> beginning(Located<String> pattern) {
    String written = pattern.value();
    String prefix = written.substring(0, written.length() - 1);
    if (prefix.contains(WILDCARD)
        || !written.endsWith(WILDCARD)
        || SEPARATORS.indexOf(prefix.charAt(prefix.length() - 1)) < 0) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          pattern.span(),
          "in `"
              + written
              + "` the `*` must be the end and follow one of `:`, `/` and `.`, as in `files/*`");
      return List.of();
    }
    List<String> meant =
        declared().stream()
            .filter(action -> action.startsWith(prefix) && action.length() > prefix.length())
            .toList();
    if (meant.isEmpty()) {
      unknown(
          pattern,
          "has no action that begins with `" + prefix + "`",
          Suggestion.nearest(prefix, prefixes())
              .map(near -> "; did you mean `" + near + WILDCARD + "`?")
              .orElse(""));
    }
    return meant;
  }

  /** What the declared actions begin with, up to each separator. */
  private Set<String> prefixes() {
    var prefixes = new TreeSet<String>();
    for (String action : declared()) {
      for (int i = 1; i < action.length(); i++) {
        if (SEPARATORS.indexOf(action.charAt(i - 1)) >= 0) {
          prefixes.add(action.substring(0, i));
        }
      }
    }
    return prefixes;
  }

  private void unknown(Located<String> written, String complaint, String suggestion) {
    diagnostics.report(
        DiagnosticCode.UNKNOWN_ACTION,
        written.span(),
        "resource type `" + resource.name() + "` " + complaint + suggestion);
  }
}
