package dev.verdict.server.command.change;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.difference.Change;
import dev.verdict.policy.difference.ChangedAnswer;
import dev.verdict.policy.difference.PartChange;
import dev.verdict.policy.difference.RepositoryDifference;
import dev.verdict.policy.source.Span;
import dev.verdict.server.command.output.DecisionReport;
import dev.verdict.server.json.JsonWriter;

/** What changed, for programs. */
final class DifferenceJson {

  private DifferenceJson() {}

  static String of(RepositoryDifference difference) {
    var json =
        new JsonWriter()
            .beginObject()
            .member("questions", difference.questions())
            .beginList("changes");
    difference.changes().forEach(change -> write(json, change));
    json.endList().beginList("answers");
    difference.answers().forEach(answer -> write(json, answer));
    return json.endList().endObject().text() + "\n";
  }

  private static void write(JsonWriter json, Change change) {
    json.beginObject()
        .member("change", change.nature().word())
        .member("kind", change.kind().word())
        .member("name", change.name());
    place(json, change.span());
    json.beginList("parts");
    for (PartChange part : change.parts()) {
      json.beginObject().member("part", part.part());
      part.before().ifPresent(text -> json.member("before", text));
      part.after().ifPresent(text -> json.member("after", text));
      json.endObject();
    }
    json.endList().endObject();
  }

  private static void write(JsonWriter json, ChangedAnswer answer) {
    json.beginObject()
        .member("test", answer.test())
        .member("tests", answer.isOfEarlierTests() ? "earlier" : "later")
        .member("seenByCallers", answer.isSeenByCallers());
    place(json, answer.span());
    write(json, "before", answer.before());
    write(json, "after", answer.after());
    json.endObject();
  }

  private static void write(JsonWriter json, String name, Decision decision) {
    json.beginObject(name);
    DecisionReport.write(json, decision);
    json.endObject();
  }

  private static void place(JsonWriter json, Span span) {
    json.member("file", span.file()).member("line", span.line());
  }
}
