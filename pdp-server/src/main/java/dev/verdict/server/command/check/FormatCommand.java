package dev.verdict.server.command.check;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticRenderer;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.format.Formatter;
import dev.verdict.server.command.folder.FileReplacement;
import dev.verdict.server.command.output.ExitStatus;
import dev.verdict.server.command.output.Help;
import dev.verdict.server.command.output.LoadReport;
import dev.verdict.server.command.output.OutputOption;
import dev.verdict.server.command.output.Terminal;
import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.repository.UnifiedDiff;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verdict fmt}: every file in one layout. */
@Command(
    name = "fmt",
    description = {
      "Formats the YAML files of policy repositories in place.",
      "Indentation, blanks, blank lines, quotes and brackets become uniform; comments, the order"
          + " of",
      "keys and what the files say stay as they are. A file with errors in its YAML is left alone."
    },
    exitCodeList = {
      "0:All files are formatted now, or were before.",
      "1:With --check or --diff, a file is not formatted; or a file cannot be read as YAML.",
      Help.USAGE_ERROR,
      "3:A folder or file cannot be read or written."
    },
    footer = "  verdict fmt --check policies-examples/invoicing")
public final class FormatCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      defaultValue = ".",
      description = {
        "Files, and folders of policy repositories, in which only what belongs to",
        "a repository is formatted. Default: this folder."
      })
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--check", description = "Changes nothing and says what would be changed.")
  private boolean check;

  @Option(
      names = "--diff",
      description = "Changes nothing and shows what would be changed, line by line.")
  private boolean diff;

  @Mixin private OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    AuthoredFiles files = AuthoredFiles.read(paths);
    var diagnostics = new Diagnostics();
    var changed = new ArrayList<Change>();
    for (AuthoredFiles.Authored file : files.files()) {
      Optional<String> formatted = Formatter.format(file.source(), diagnostics);
      formatted
          .filter(text -> !text.equals(file.source().text()))
          .ifPresent(text -> changed.add(new Change(file, text)));
    }
    if (!isDry()) {
      changed.forEach(Change::write);
    }
    List<Diagnostic> findings =
        Stream.concat(files.diagnostics().stream(), diagnostics.sorted().stream()).toList();
    Terminal.print(
        spec, output.isJson() ? json(changed, findings) : text(files, changed, findings));
    return findings.isEmpty() && (!isDry() || changed.isEmpty()) ? ExitStatus.OK : ExitStatus.NO;
  }

  private boolean isDry() {
    return check || diff;
  }

  /** A file and what it is to become. */
  private record Change(AuthoredFiles.Authored file, String text) {

    void write() {
      FileReplacement.replace(file.place(), text);
    }

    String path() {
      return file.source().path();
    }

    String diff() {
      return UnifiedDiff.of(path(), file.source().text(), text);
    }
  }

  private String text(AuthoredFiles files, List<Change> changed, List<Diagnostic> findings) {
    var text = new StringBuilder();
    var sources = files.files().stream().map(AuthoredFiles.Authored::source).toList();
    text.append(new DiagnosticRenderer(sources).render(findings));
    changed.forEach(change -> text.append(line(change)));
    return text.append(
            LoadReport.number(files.files().size(), "file")
                + (isDry() ? " checked, " : " read, ")
                + changed.size()
                + (isDry() ? " not formatted" : " formatted")
                + (findings.isEmpty() ? "" : ", " + LoadReport.number(findings.size(), "error"))
                + "\n")
        .toString();
  }

  private String line(Change change) {
    return diff
        ? change.diff()
        : (check ? "not formatted: " : "formatted: ") + change.path() + "\n";
  }

  private String json(List<Change> changed, List<Diagnostic> findings) {
    var json = new JsonWriter().beginObject().beginList("changed");
    changed.forEach(change -> json.element(change.path()));
    json.endList();
    if (diff) {
      json.member("diff", changed.stream().map(Change::diff).collect(Collectors.joining()));
    }
    LoadReport.writeFindings(json, findings);
    return json.endObject().text() + "\n";
  }
}
