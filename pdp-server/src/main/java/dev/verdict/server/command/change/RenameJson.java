package dev.verdict.server.command.change;

import dev.verdict.policy.rename.ChangedFile;
import dev.verdict.policy.rename.Remark;
import dev.verdict.policy.rename.RenameOutcome;
import dev.verdict.policy.rename.Renamed;
import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.repository.UnifiedDiff;
import java.util.List;

/**
 * What came of a renaming, for programs.
 *
 * @param isDry whether nothing is written and the lines are shown
 */
record RenameJson(boolean isDry) implements RenameOutcome.Visitor<String> {

  @Override
  public String done(RenameOutcome.Done outcome) {
    var json = new JsonWriter().beginObject().member("written", !isDry).beginList("renamed");
    for (Renamed name : outcome.names()) {
      json.beginObject()
          .member("kind", name.kind().word())
          .member("before", name.before())
          .member("after", name.after())
          .member("callers", name.elsewhere())
          .endObject();
    }
    json.endList().beginList("changed");
    for (ChangedFile file : outcome.files()) {
      json.beginObject().member("file", file.path()).member("places", file.places());
      if (isDry) {
        json.member("diff", UnifiedDiff.of(file.path(), file.before().text(), file.after().text()));
      }
      json.endObject();
    }
    json.endList();
    return ended(json, "look", outcome.remarks());
  }

  @Override
  public String refused(RenameOutcome.Refused outcome) {
    var json = new JsonWriter().beginObject().member("written", false);
    json.member("refused", outcome.message());
    return ended(json, "places", outcome.remarks());
  }

  private static String ended(JsonWriter json, String name, List<Remark> remarks) {
    json.beginList(name);
    for (Remark remark : remarks) {
      json.beginObject()
          .member("file", remark.span().file())
          .member("line", remark.span().line())
          .member("column", remark.span().column())
          .member("sentence", remark.sentence())
          .endObject();
    }
    return json.endList().endObject().text() + "\n";
  }
}
