package dev.verdict.server.command.show;

import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.overview.ActionOverview;
import dev.verdict.policy.overview.GrantOverview;
import dev.verdict.policy.overview.RuleOverview;
import dev.verdict.policy.overview.TargetOverview;
import dev.verdict.server.json.JsonWriter;
import java.util.List;

/** What applies to which action, for programs. */
final class GraphJson {

  private GraphJson() {}

  static String of(List<ActionOverview> actions) {
    var json = new JsonWriter().beginObject().beginList("actions");
    for (ActionOverview action : actions) {
      json.beginObject().member("resource", action.resource()).member("action", action.action());
      if (action.isOpen()) {
        json.member("open", true);
      }
      action.tenantAttribute().ifPresent(tenant -> json.member("tenantAttribute", tenant));
      json.beginList("grants");
      action.grants().forEach(grant -> write(json, grant));
      json.endList().beginList("rules");
      action.rules().forEach(rule -> write(json, rule));
      json.endList().endObject();
    }
    return json.endList().endObject().text() + "\n";
  }

  private static void write(JsonWriter json, GrantOverview grant) {
    json.beginObject()
        .member("id", grant.id())
        .member("subjectType", grant.subjectType())
        .member("subjectTenant", grant.subjectTenant())
        .member("tenant", grant.tenant());
    write(json, grant.validity());
    json.endObject();
  }

  private static void write(JsonWriter json, RuleOverview rule) {
    json.beginObject()
        .member("effect", RuleWords.effect(rule.effect()))
        .member("policy", rule.reference().policy())
        .member("rule", rule.reference().rule())
        .member("file", rule.reference().file())
        .member("line", rule.reference().line());
    rule.tenant().ifPresent(tenant -> json.member("tenant", tenant));
    write(json, rule.target());
    rule.condition().ifPresent(condition -> json.member("when", condition));
    json.beginObject("let");
    rule.variables().forEach(each -> json.member(each.name(), each.definition()));
    json.endObject().beginObject("fields");
    write(
        json,
        rule.fields().complement() ? "except" : "only",
        rule.fields().names().stream().sorted().toList());
    json.endObject();
    write(json, "obligations", rule.obligations());
    write(json, "advice", rule.advice());
    rule.because().ifPresent(because -> json.member("because", because));
    json.endObject();
  }

  /** A list that is not there does not narrow whom the rule speaks of. */
  private static void write(JsonWriter json, TargetOverview target) {
    json.beginObject("target");
    writeUnlessEmpty(json, "subjects", target.subjectTypes());
    writeUnlessEmpty(json, "actors", target.actorTypes());
    writeUnlessEmpty(json, "roles", target.roles());
    writeUnlessEmpty(json, "derivedRoles", target.derivedRoles());
    writeUnlessEmpty(json, "scopes", target.scopes());
    writeUnlessEmpty(json, "anyScopes", target.anyScopes());
    write(json, target.validity());
    json.endObject();
  }

  private static void write(JsonWriter json, Validity validity) {
    validity.from().ifPresent(from -> json.member("from", from.toString()));
    validity.until().ifPresent(until -> json.member("until", until.toString()));
  }

  private static void writeUnlessEmpty(JsonWriter json, String name, List<String> names) {
    if (!names.isEmpty()) {
      write(json, name, names);
    }
  }

  private static void write(JsonWriter json, String name, List<String> names) {
    json.beginList(name);
    names.forEach(json::element);
    json.endList();
  }
}
