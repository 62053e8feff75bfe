package dev.verdict.policy.diagnostic;

import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.text.PrintableText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws findings for a person: place, message, the source line, and a caret under what is meant.
 *
 * <pre>
 * invoice.policy.yaml:12:11: error[unknown-attribute]: unknown attribute `resource.ownr`
 *     when: resource.ownr == subject.id
 *           ^^^^^^^^^^^^^
 * </pre>
 */
public final class DiagnosticRenderer {

  private static final int MAX_LINE = 160;

  private final Map<String, SourceFile> files;

  public DiagnosticRenderer(List<SourceFile> files) {
    this.files =
        files.stream()
            .collect(
                Collectors.toMap(SourceFile::path, Function.identity(), (first, next) -> first));
  }

  /** All findings, one after the other, each ended by a line break. */
  public String render(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(this::render).collect(Collectors.joining());
  }

  /** One finding, ended by a line break. */
  public String render(Diagnostic diagnostic) {
    var span = diagnostic.span();
    var header =
        span
            + ": "
            + diagnostic.severity().word()
            + "["
            + diagnostic.code().word()
            + "]: "
            + diagnostic.message()
            + "\n";
    return Optional.ofNullable(files.get(span.file()))
        .flatMap(file -> file.line(span.line()))
        .map(DiagnosticRenderer::printable)
        .filter(line -> span.column() <= line.length)
        .map(line -> header + excerpt(line, span.column() - 1, span.length()))
        .orElse(header);
  }

  private static String excerpt(int[] line, int start, int length) {
    int from = start > MAX_LINE / 2 ? start - MAX_LINE / 2 : 0;
    int to = Math.min(line.length, from + MAX_LINE);
    int carets = Math.max(1, Math.min(length, to - start));
    return "    "
        + new String(line, from, to - from).stripTrailing()
        + "\n    "
        + " ".repeat(start - from)
        + "^".repeat(carets)
        + "\n";
  }

  /** Code points of the line, each of them one that may be shown. */
  private static int[] printable(String line) {
    return line.codePoints().map(PrintableText::of).toArray();
  }
}
