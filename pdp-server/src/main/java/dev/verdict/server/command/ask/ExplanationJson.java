package dev.verdict.server.command.ask;

import dev.verdict.policy.decision.ConditionTrace;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.GrantTrace;
import dev.verdict.policy.decision.PassTrace;
import dev.verdict.policy.decision.RoleTrace;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.server.command.output.DecisionReport;
import dev.verdict.server.json.JsonWriter;
import java.util.List;
import java.util.Locale;

/** How a decision came about, as JSON. */
final class ExplanationJson {

  private ExplanationJson() {}

  static void write(JsonWriter json, Explanation explanation) {
    json.beginList("passes");
    explanation.passes().forEach(pass -> write(json, pass));
    json.endList();
  }

  private static void write(JsonWriter json, PassTrace pass) {
    json.beginObject()
        .member("of", pass.ofActor() ? "actor" : "subject")
        .member("type", pass.type())
        .member("id", pass.id())
        .member("admitted", pass.admitted())
        .member("admission", pass.admission())
        .beginList("ignored");
    pass.ignored().forEach(attribute -> json.element(attribute.toString()));
    json.endList().beginList("undeclared");
    pass.undeclared().forEach(attribute -> json.element(attribute.toString()));
    json.endList().beginList("closedWays");
    pass.closedWays().forEach(way -> write(json, way));
    json.endList().beginList("rules");
    pass.rules().forEach(rule -> write(json, rule));
    json.endList().member("leftOut", pass.leftOut()).endObject();
  }

  private static void write(JsonWriter json, GrantTrace trace) {
    json.beginObject().member("grant", trace.grant()).beginList("obstacles");
    trace.obstacles().forEach(json::element);
    json.endList().endObject();
  }

  private static void write(JsonWriter json, RuleTrace trace) {
    json.beginObject();
    DecisionReport.write(json, trace.rule());
    json.member("effect", word(trace.effect())).member("match", word(trace.match()));
    trace
        .detail()
        .ifPresent(
            detail ->
                json.beginObject("detail")
                    .member("message", detail)
                    .member("file", trace.file())
                    .member("line", trace.line())
                    .endObject());
    roles(json, trace.roles());
    trace.condition().ifPresent(condition -> write(json, condition));
    json.endObject();
  }

  /** Left out where the rule asks for none, or where it did not matter any more. */
  private static void roles(JsonWriter json, List<RoleTrace> roles) {
    if (roles.isEmpty()) {
      return;
    }
    json.beginList("roles");
    for (RoleTrace role : roles) {
      json.beginObject()
          .member("role", role.role())
          .member("state", word(role.state()))
          .member("file", role.span().file())
          .member("line", role.span().line());
      role.detail().ifPresent(detail -> json.member("detail", detail));
      role.condition().ifPresent(condition -> write(json, condition));
      json.endObject();
    }
    json.endList();
  }

  private static void write(JsonWriter json, ConditionTrace condition) {
    json.beginObject("condition");
    members(json, condition);
    json.endObject();
  }

  private static void members(JsonWriter json, ConditionTrace condition) {
    json.member("kind", word(condition.kind()))
        .member("text", condition.text())
        .member("state", word(condition.state()))
        .member("file", condition.span().file())
        .member("line", condition.span().line());
    condition.error().ifPresent(error -> json.member("error", error));
    json.beginList("parts");
    for (ConditionTrace part : condition.parts()) {
      json.beginObject();
      members(json, part);
      json.endObject();
    }
    json.endList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
