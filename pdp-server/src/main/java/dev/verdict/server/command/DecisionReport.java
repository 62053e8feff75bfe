package dev.verdict.server.command;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.request.Attributes;
import dev.verdict.server.http.JsonWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A decision and its explanation, as text and as JSON. */
final class DecisionReport {

  private DecisionReport() {}

  static String text(Decision decision) {
    var text = new StringBuilder(answer(decision));
    line(text, "code", decision.reason().code().word());
    decision.reason().rule().ifPresent(rule -> line(text, "rule", place(rule)));
    decision.grants().forEach(grant -> line(text, "grant", "`" + grant + "`"));
    if (decision.permitted()) {
      line(text, "fields", fields(decision.fields()));
    }
    decision.obligations().forEach(obligation -> line(text, "obligation", text(obligation)));
    decision.advice().forEach(advice -> line(text, "advice", text(advice)));
    line(text, "revision", decision.revision());
    return text.toString();
  }

  /** The decision, and below it a branch for each rule that could have mattered. */
  static String tree(Explanation explanation) {
    var text = new StringBuilder(answer(explanation.decision()));
    explanation
        .decision()
        .grants()
        .forEach(
            grant -> text.append("├── let across tenants by grant `").append(grant).append("`\n"));
    if (explanation.rules().isEmpty()) {
      return text.append("└── no rule speaks of this resource type and action\n").toString();
    }
    Iterator<RuleTrace> rules = explanation.rules().iterator();
    while (rules.hasNext()) {
      branch(text, rules.next(), !rules.hasNext());
    }
    return text.toString();
  }

  private static void branch(StringBuilder text, RuleTrace trace, boolean last) {
    text.append(last ? "└── " : "├── ")
        .append(word(trace.effect()))
        .append(' ')
        .append(place(trace.rule()))
        .append(": ")
        .append(verdict(trace.match()))
        .append('\n');
    if (!trace.detail().isEmpty()) {
      text.append(last ? "    " : "│   ")
          .append("└── ")
          .append(trace.detail())
          .append(" (" + trace.file() + ":" + trace.line() + ")\n");
    }
  }

  static void write(JsonWriter json, Decision decision) {
    json.member("decision", decision.permitted())
        .beginObject("reason")
        .member("code", decision.reason().code().word())
        .member("message", decision.reason().message());
    decision.reason().rule().ifPresent(rule -> write(json, rule));
    json.endObject();
    write(json, decision.fields());
    write(json, "obligations", decision.obligations());
    write(json, "advice", decision.advice());
    json.beginList("grants");
    decision.grants().forEach(json::element);
    json.endList();
    json.member("revision", decision.revision());
  }

  static void write(JsonWriter json, List<RuleTrace> rules) {
    json.beginList("rules");
    for (RuleTrace trace : rules) {
      json.beginObject();
      write(json, trace.rule());
      json.member("effect", word(trace.effect())).member("match", word(trace.match()));
      if (trace.match() != Match.MATCHED) {
        json.beginObject("detail")
            .member("message", trace.detail())
            .member("file", trace.file())
            .member("line", trace.line())
            .endObject();
      }
      json.endObject();
    }
    json.endList();
  }

  private static void write(JsonWriter json, RuleReference rule) {
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

  private static String answer(Decision decision) {
    return (decision.permitted() ? "permit: " : "deny: ") + decision.reason().message() + "\n";
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "  %-12s%s\n", name, value));
  }

  static String place(RuleReference rule) {
    return "`" + rule.rule() + "` (" + rule.file() + ":" + rule.line() + ")";
  }

  private static String text(Obligation obligation) {
    Attributes properties = obligation.properties();
    return properties.isEmpty()
        ? obligation.id()
        : new JsonWriter().beginObject().member(obligation.id(), properties).endObject().text();
  }

  static String fields(FieldGrant fields) {
    if (fields.isAll()) {
      return "all";
    }
    String names =
        fields.names().stream()
            .sorted()
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    return fields.complement() ? "all but " + names : names;
  }

  private static String verdict(Match match) {
    return switch (match) {
      case MATCHED -> "matched";
      case NOT_MATCHED -> "did not match";
      case ERROR -> "could not be evaluated";
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
