package dev.verdict.server.command.output;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.request.Attributes;
import dev.verdict.server.json.JsonWriter;
import java.util.List;
import java.util.Locale;

/** A decision, as text and as JSON. */
public final class DecisionReport {

  private DecisionReport() {}

  public static String text(Decision decision) {
    var text = new StringBuilder(answer(decision));
    line(text, "revision", decision.revision());
    return text.toString();
  }

  /** What was decided and why, whichever snapshot decided it. */
  public static String answer(Decision decision) {
    var text = new StringBuilder(sentence(decision));
    line(text, "code", decision.reason().code().word());
    decision.reason().rule().ifPresent(rule -> line(text, "rule", rule.place()));
    decision.otherReasons().forEach(other -> line(text, "also", sentence(other)));
    decision.grants().forEach(grant -> line(text, "grant", "`" + grant + "`"));
    if (decision.permitted()) {
      line(text, "fields", FieldText.of(decision.fields()));
    }
    decision.obligations().forEach(obligation -> line(text, "obligation", text(obligation)));
    decision.advice().forEach(advice -> line(text, "advice", text(advice)));
    return text.toString();
  }

  public static void write(JsonWriter json, Decision decision) {
    json.member("decision", decision.permitted()).beginObject("reason");
    members(json, decision.reason());
    json.endObject().beginList("otherReasons");
    for (Reason other : decision.otherReasons()) {
      json.beginObject();
      members(json, other);
      json.endObject();
    }
    json.endList();
    write(json, decision.fields());
    write(json, "obligations", decision.obligations());
    write(json, "advice", decision.advice());
    json.beginList("grants");
    decision.grants().forEach(json::element);
    json.endList();
    json.member("revision", decision.revision());
  }

  private static void members(JsonWriter json, Reason reason) {
    json.member("code", reason.code().word()).member("message", reason.message());
    reason.rule().ifPresent(rule -> write(json, rule));
  }

  public static void write(JsonWriter json, RuleReference rule) {
    json.member("policy", rule.policy())
        .member("rule", rule.rule())
        .member("file", rule.file())
        .member("line", rule.line());
  }

  private static void write(JsonWriter json, FieldGrant fields) {
    json.beginObject("fields").beginList(fields.complement() ? "except" : "only");
    fields.names().stream().sorted().forEach(json::element);
    json.endList().endObject();
  }

  private static void write(JsonWriter json, String name, List<Obligation> obligations) {
    json.beginList(name);
    for (Obligation obligation : obligations) {
      json.beginObject()
          .member("id", obligation.id())
          .member("properties", obligation.properties())
          .endObject();
    }
    json.endList();
  }

  private static String sentence(Decision decision) {
    return (decision.permitted() ? "permit: " : "deny: ") + decision.reason().message() + "\n";
  }

  private static String sentence(Reason reason) {
    return reason.message() + reason.rule().map(rule -> ", rule " + rule.place()).orElse("");
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "  %-12s%s\n", name, value));
  }

  private static String text(Obligation obligation) {
    Attributes properties = obligation.properties();
    return properties.isEmpty()
        ? obligation.id()
        : new JsonWriter().beginObject().member(obligation.id(), properties).endObject().text();
  }
}
