package dev.verdict.server.command.show;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.overview.ActionOverview;
import dev.verdict.policy.overview.GrantOverview;
import dev.verdict.policy.overview.RuleOverview;
import dev.verdict.policy.overview.TargetOverview;
import dev.verdict.server.command.output.FieldText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Rules and what they ask for, in words. */
final class RuleWords {

  private RuleWords() {}

  /** {@code deny `locked` (invoice.policy.yaml:46)}. */
  static String title(RuleOverview rule) {
    return effect(rule.effect()) + " " + rule.reference().place();
  }

  /** {@code invoice: approve}. */
  static String title(ActionOverview action) {
    String title = action.resource() + ": " + action.action();
    return action.isOpen() ? title + " (any other action, the set is open)" : title;
  }

  static String effect(Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT);
  }

  /** What the rule asks for, then what comes of it, one thing each. */
  static List<String> parts(RuleOverview rule) {
    var parts = new ArrayList<String>();
    rule.tenant().ifPresent(tenant -> parts.add("only resources of tenant `" + tenant + "`"));
    addTarget(rule.target(), parts);
    rule.condition().ifPresent(condition -> parts.add("when " + oneLine(condition)));
    rule.variables()
        .forEach(each -> parts.add("let " + each.name() + ": " + oneLine(each.definition())));
    if (!rule.fields().isAll()) {
      parts.add("fields: " + FieldText.of(rule.fields()));
    }
    rule.obligations().forEach(id -> parts.add("obligation: " + id));
    rule.advice().forEach(id -> parts.add("advice: " + id));
    rule.because().ifPresent(because -> parts.add("because " + because));
    return parts;
  }

  private static void addTarget(TargetOverview target, List<String> parts) {
    addNames("subjects: ", target.subjectTypes(), ", ", parts);
    addNames("actors: ", target.actorTypes(), ", ", parts);
    List<String> roles =
        Stream.concat(
                target.roles().stream(),
                target.derivedRoles().stream().map(role -> role + " (derived)"))
            .toList();
    addNames("roles: ", roles, " or ", parts);
    addNames("scopes: ", target.scopes(), " and ", parts);
    addNames("scopes: ", target.anyScopes(), " or ", parts);
    if (!target.validity().isAlways()) {
      parts.add("valid" + validity(target.validity()));
    }
  }

  private static void addNames(
      String title, List<String> names, String between, List<String> parts) {
    if (!names.isEmpty()) {
      parts.add(title + String.join(between, names));
    }
  }

  static String grant(GrantOverview grant) {
    return "grant `"
        + grant.id()
        + "`: a `"
        + grant.subjectType()
        + "` of tenant `"
        + grant.subjectTenant()
        + "` to tenant `"
        + grant.tenant()
        + "`"
        + validity(grant.validity());
  }

  private static String validity(Validity validity) {
    return validity.from().map(from -> " from " + from).orElse("")
        + validity.until().map(until -> " until " + until).orElse("");
  }

  private static String oneLine(String condition) {
    return condition.replace('\n', ' ');
  }
}
