package dev.verdict.server.command.output;

import dev.verdict.policy.authortest.TestResult;
import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.Severity;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.source.Span;
import dev.verdict.server.json.JsonWriter;
import java.util.List;

/** What became of a policy repository, as text and as JSON. */
public final class LoadReport {

  private LoadReport() {}

  /** The findings, drawn, and a line that sums them up. */
  public static String findings(LoadResult result) {
    long errors = count(result, Severity.ERROR);
    long warnings = count(result, Severity.WARNING);
    String sum =
        errors == 0 && warnings == 0
            ? "no errors"
            : number(errors, "error") + ", " + number(warnings, "warning");
    String contents =
        result.snapshot().map(Snapshot::contents).map(LoadReport::contents).orElse("not loaded");
    return result.report() + sum + ": " + contents + "\n";
  }

  public static void writeFindings(JsonWriter json, LoadResult result) {
    writeFindings(json, result.diagnostics());
  }

  public static void writeFindings(JsonWriter json, List<Diagnostic> diagnostics) {
    json.beginList("diagnostics");
    for (Diagnostic diagnostic : diagnostics) {
      json.beginObject()
          .member("severity", diagnostic.severity().word())
          .member("code", diagnostic.code().word())
          .member("message", diagnostic.message());
      writePlace(json, diagnostic.span());
      json.endObject();
    }
    json.endList();
  }

  public static void writeTests(JsonWriter json, LoadResult result) {
    json.beginList("tests");
    for (TestResult test : result.tests()) {
      json.beginObject().member("name", test.name()).member("passed", test.passed());
      test.failure().ifPresent(failure -> json.member("failure", failure.sentence()));
      writePlace(json, test.span());
      json.endObject();
    }
    json.endList();
  }

  /** {@code 3 files, 2 policies, 11 rules}. */
  public static String contents(Snapshot.Contents contents) {
    return number(contents.files(), "file")
        + ", "
        + (contents.policies() == 1 ? "1 policy" : contents.policies() + " policies")
        + ", "
        + number(contents.rules(), "rule");
  }

  /** {@code 1 test} or {@code 2 tests}. */
  public static String number(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static long count(LoadResult result, Severity severity) {
    return result.diagnostics().stream()
        .filter(diagnostic -> diagnostic.severity() == severity)
        .count();
  }

  private static void writePlace(JsonWriter json, Span span) {
    json.member("file", span.file())
        .member("line", span.line())
        .member("column", span.column())
        .member("length", span.length());
  }
}
