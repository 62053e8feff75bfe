package dev.verdict.policy.check.rule;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.schema.ActionPattern;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.source.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Resolves what authors write where actions of a resource type belong: names, {@code *} for all of
 * them, or {@code files/*} for those that begin so.
 */
final class ActionNames {

  private final ResourceType resource;
  private final Diagnostics diagnostics;

  ActionNames(ResourceType resource, Diagnostics diagnostics) {
    this.resource = resource;
    this.diagnostics = diagnostics;
  }

  /**
   * The actions that are meant, of an open set with patterns that stand for others; what means none
   * is reported and left out.
   */
  Set<String> resolve(List<Located<String>> written) {
    var actions = new TreeSet<String>();
    for (Located<String> each : written) {
      if (each.value().equals(ActionPattern.ALL)) {
        reportOthers(each, written);
        actions.addAll(declared());
      } else if (ActionPattern.isPattern(each.value())) {
        actions.addAll(beginning(each));
      } else if (declared().contains(each.value())) {
        actions.add(each.value());
      } else {
        unknown(each, "has no action `" + each.value() + "`", advice(each.value(), resource));
      }
    }
    return actions;
  }

  /** What is wrong with a name that a type does not have, or a near one that it has. */
  static String advice(String action, ResourceType resource) {
    return resource
        .open()
        .flatMap(set -> set.objection(action))
        .map(objection -> "; " + objection)
        .orElseGet(() -> MeantAction.advice(action, resource));
  }

  /** Of an open set also what is mentioned, and the patterns between. */
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
    Optional<String> prefix = ActionPattern.prefix(pattern.value());
    if (prefix.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          pattern.span(),
          "in `"
              + pattern.value()
              + "` the `*` must be the end and follow one of `:`, `/` and `.`, as in `files/*`");
      return List.of();
    }
    List<String> meant =
        resource.open().filter(set -> !set.hasPattern(prefix.get())).isPresent()
            ? List.of()
            : beginning(prefix.get());
    if (meant.isEmpty()) {
      unknown(
          pattern,
          "has no action that begins with `" + prefix.get() + "`",
          patternAdvice(prefix.get()));
    }
    return meant;
  }

  private List<String> beginning(String prefix) {
    return declared().stream()
        .filter(action -> action.startsWith(prefix) && action.length() > prefix.length())
        .toList();
  }

  private String patternAdvice(String prefix) {
    return resource
        .open()
        .flatMap(set -> set.objectionToPattern(prefix))
        .map(objection -> "; " + objection)
        .orElseGet(
            () ->
                Suggestion.nearest(prefix, prefixes())
                    .map(near -> "; did you mean `" + ActionPattern.of(near) + "`?")
                    .orElse(""));
  }

  /** What the declared actions begin with, up to each separator. */
  private Set<String> prefixes() {
    return declared().stream()
        .flatMap(action -> ActionPattern.prefixesOf(action).stream())
        .collect(Collectors.toSet());
  }

  private void unknown(Located<String> written, String complaint, String suggestion) {
    diagnostics.report(
        DiagnosticCode.UNKNOWN_ACTION,
        written.span(),
        "resource type `" + resource.name() + "` " + complaint + suggestion);
  }
}
