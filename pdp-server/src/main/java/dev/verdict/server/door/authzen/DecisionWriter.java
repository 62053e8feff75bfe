package dev.verdict.server.door.authzen;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.server.door.question.OtherReasons;
import dev.verdict.server.door.question.ShownExplanation;
import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.transport.Answer;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Writes decisions (AuthZEN 1.0 §6.2). What goes beyond the boolean stands in its {@code context};
 * members that say nothing are left out.
 */
final class DecisionWriter {

  private final JsonWriter json;

  DecisionWriter(JsonWriter json) {
    this.json = json;
  }

  /** A decision and why. */
  void write(Decision decision) {
    begin(decision);
    json.endObject().endObject();
  }

  /** The same with details: all reasons, as far as there is room. */
  void write(Decision decision, OtherReasons reasons) {
    begin(decision);
    others(decision, reasons);
    json.endObject().endObject();
  }

  private void begin(Decision decision) {
    json.beginObject().member("decision", decision.permitted()).beginObject("context");
    details(decision);
    duties(decision);
  }

  /** The same, and how each candidate rule fared. */
  void write(ShownExplanation explanation) {
    begin(explanation.decision());
    others(explanation.decision(), new OtherReasons());
    json.beginObject("explanation").beginList("rules");
    explanation.rules().forEach(this::trace);
    json.endList();
    if (explanation.leftOut() > 0) {
      json.member("left_out", explanation.leftOut());
    }
    texts("ignored", explanation.ignored());
    json.endObject().endObject().endObject();
  }

  /**
   * A decision with nothing but what the caller must know to honour it: a batch is compared as text
   * by some callers, so an item without duties must have no context.
   */
  void writeBare(Decision decision) {
    json.beginObject().member("decision", decision.permitted());
    if (!decision.obligations().isEmpty() || restrictsFields(decision)) {
      json.beginObject("context");
      duties(decision);
      json.endObject();
    }
    json.endObject();
  }

  /** A deny that stands for an item that could not be decided. */
  void write(Refusal refusal) {
    json.beginObject().member("decision", false).beginObject("context");
    Answer.writeError(json, refusal);
    json.beginObject("reason")
        .member("code", refusal.kind().reason())
        .member("message", refusal.message())
        .endObject()
        .endObject()
        .endObject();
  }

  private void details(Decision decision) {
    json.beginObject("reason");
    members(decision.reason());
    json.endObject().member("revision", decision.revision());
    texts("grants", decision.grants());
    obligations("advice", decision.advice());
  }

  private void members(Reason reason) {
    json.member("code", reason.code().word()).member("message", reason.message());
    reason.rule().ifPresent(this::rule);
  }

  private void others(Decision decision, OtherReasons reasons) {
    if (decision.otherReasons().isEmpty()) {
      return;
    }
    List<Reason> shown = reasons.of(decision);
    json.beginList("other_reasons");
    for (Reason other : shown) {
      json.beginObject();
      members(other);
      json.endObject();
    }
    json.endList();
    int leftOut = decision.otherReasons().size() - shown.size();
    if (leftOut > 0) {
      json.member("other_reasons_left_out", leftOut);
    }
  }

  private void texts(String name, List<String> texts) {
    if (!texts.isEmpty()) {
      json.beginList(name);
      texts.forEach(json::element);
      json.endList();
    }
  }

  private void duties(Decision decision) {
    obligations("obligations", decision.obligations());
    if (restrictsFields(decision)) {
      FieldGrant fields = decision.fields();
      json.beginObject("fields").beginList(fields.complement() ? "except" : "only");
      new TreeSet<>(fields.names()).forEach(json::element);
      json.endList().endObject();
    }
  }

  private static boolean restrictsFields(Decision decision) {
    return decision.permitted() && !decision.fields().isAll();
  }

  /**
   * In the shape of the AuthZEN obligations profile: what we call its id is the profile's {@code
   * type}; the profile's {@code id} tells two of the same type apart within one answer.
   */
  private void obligations(String name, List<Obligation> obligations) {
    if (obligations.isEmpty()) {
      return;
    }
    json.beginList(name);
    for (int i = 0; i < obligations.size(); i++) {
      Obligation obligation = obligations.get(i);
      json.beginObject()
          .member("id", Integer.toString(i + 1))
          .member("type", obligation.id())
          .member("properties", obligation.properties())
          .endObject();
    }
    json.endList();
  }

  private void trace(RuleTrace trace) {
    json.beginObject();
    rule(trace.rule());
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
    json.endObject();
  }

  private void rule(RuleReference rule) {
    json.member("policy", rule.policy())
        .member("rule", rule.rule())
        .member("file", rule.file())
        .member("line", rule.line());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
