package dev.verdict.server.command.check;

import dev.verdict.policy.authortest.Coverage;
import dev.verdict.policy.authortest.TestFailure;
import dev.verdict.policy.authortest.TestResult;
import dev.verdict.policy.decision.ExplanationText;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.DiagnosticRenderer;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.server.command.output.LoadReport;
import dev.verdict.server.json.JsonWriter;
import java.util.List;

/** How the authors' tests came out, as text and as JSON. */
final class TestReport {

  private TestReport() {}

  /** A line for each test, what failed explained, a sum, and the coverage where there is one. */
  static String text(LoadResult result) {
    if (result.tests().isEmpty() && result.snapshot().isEmpty()) {
      return LoadReport.findings(result);
    }
    var text = new StringBuilder();
    result.tests().forEach(test -> text.append(text(test)));
    return text.append(end(result)).toString();
  }

  /** The sum, the warnings, and the coverage. */
  static String end(LoadResult result) {
    return sum(result) + warnings(result) + result.coverage().map(TestReport::text).orElse("");
  }

  /** Tests that failed are told already, so beside them each warning has a line of its own. */
  private static String warnings(LoadResult result) {
    if (result.tests().stream().allMatch(TestResult::passed)) {
      return result.diagnostics().isEmpty() ? "" : LoadReport.findings(result);
    }
    return new DiagnosticRenderer(List.of())
        .render(
            result.diagnostics().stream()
                .filter(found -> found.code() != DiagnosticCode.TEST_FAILED)
                .toList());
  }

  /** One test, ended by a line break. */
  static String text(TestResult test) {
    String line =
        (test.passed() ? "ok      " : "FAILED  ")
            + test.name()
            + " ("
            + test.span().file()
            + ":"
            + test.span().line()
            + ")\n";
    return line + test.failure().map(TestReport::indented).orElse("");
  }

  /** {@code 14 tests, all passed}, ended by a line break. */
  private static String sum(LoadResult result) {
    if (result.tests().isEmpty()) {
      return "no tests\n";
    }
    long failed = result.tests().stream().filter(test -> !test.passed()).count();
    return LoadReport.number(result.tests().size(), "test")
        + (failed == 0 ? ", all passed\n" : ", " + failed + " failed\n");
  }

  private static String indented(TestFailure failure) {
    return explained(failure).indent("FAILED  ".length());
  }

  /** What was expected and what came, and below it how it came about. */
  static String explained(TestFailure failure) {
    return failure.differences() + "\n" + ExplanationText.tree(failure.explanation());
  }

  private static String text(Coverage coverage) {
    var text = new StringBuilder();
    text.append("coverage: ")
        .append(coverage.percent())
        .append("% (")
        .append(coverage.reached())
        .append(" of ")
        .append(coverage.points())
        .append(")\n");
    for (Coverage.Gap gap : coverage.gaps()) {
      text.append("  " + gap.file() + ":" + gap.line() + ": " + gap.message() + "\n");
    }
    return text.toString();
  }

  static String json(LoadResult result, boolean passed) {
    var json = new JsonWriter().beginObject().member("passed", passed);
    LoadReport.writeTests(json, result);
    LoadReport.writeFindings(json, result);
    result.coverage().ifPresent(coverage -> write(json, coverage));
    return json.endObject().text() + "\n";
  }

  private static void write(JsonWriter json, Coverage coverage) {
    json.beginObject("coverage")
        .member("percent", coverage.percent())
        .member("reached", coverage.reached())
        .member("points", coverage.points())
        .beginList("gaps");
    for (Coverage.Gap gap : coverage.gaps()) {
      json.beginObject()
          .member("message", gap.message())
          .member("file", gap.file())
          .member("line", gap.line())
          .endObject();
    }
    json.endList().endObject();
  }
}
