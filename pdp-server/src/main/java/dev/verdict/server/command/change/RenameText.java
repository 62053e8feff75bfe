package dev.verdict.server.command.change;

import dev.verdict.policy.rename.ChangedFile;
import dev.verdict.policy.rename.Remark;
import dev.verdict.policy.rename.RenameOutcome;
import dev.verdict.policy.rename.Renamed;
import dev.verdict.server.command.output.LoadReport;
import dev.verdict.server.repository.UnifiedDiff;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What came of a renaming, in words.
 *
 * @param isDry whether nothing is written and the lines are shown
 */
record RenameText(boolean isDry) implements RenameOutcome.Visitor<String> {

  @Override
  public String done(RenameOutcome.Done outcome) {
    int places = outcome.files().stream().mapToInt(ChangedFile::places).sum();
    return (isDry
            ? outcome.files().stream().map(RenameText::diff).collect(Collectors.joining())
            : "")
        + outcome.names().stream().map(RenameText::name).collect(Collectors.joining())
        + outcome.files().stream().map(RenameText::file).collect(Collectors.joining())
        + outcome.remarks().stream().map(RenameText::look).collect(Collectors.joining())
        + outcome.names().stream()
            .map(Renamed::elsewhere)
            .distinct()
            .map(sentence -> line("callers", sentence))
            .collect(Collectors.joining())
        + LoadReport.number(places, "place")
        + " in "
        + LoadReport.number(outcome.files().size(), "file")
        + (isDry ? "; nothing is written\n" : "\n");
  }

  private static String diff(ChangedFile file) {
    return UnifiedDiff.of(file.path(), file.before().text(), file.after().text());
  }

  private static String name(Renamed name) {
    return line(
        "renamed", name.kind().word() + " `" + name.before() + "` to `" + name.after() + "`");
  }

  private static String file(ChangedFile file) {
    return line("changed", file.path() + ": " + LoadReport.number(file.places(), "place"));
  }

  private static String look(Remark remark) {
    return line("look", remark.span() + ": " + remark.sentence());
  }

  @Override
  public String refused(RenameOutcome.Refused outcome) {
    return line("refused", outcome.message())
        + outcome.remarks().stream().map(RenameText::place).collect(Collectors.joining());
  }

  private static String place(Remark remark) {
    return line("", remark.span() + ": " + remark.sentence());
  }

  private static String line(String label, String text) {
    return String.format(Locale.ROOT, "%-9s %s\n", label, text);
  }
}
