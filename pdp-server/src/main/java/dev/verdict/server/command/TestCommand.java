package dev.verdict.server.command;

import dev.verdict.policy.authortest.TestFailure;
import dev.verdict.policy.authortest.TestResult;
import dev.verdict.policy.decision.ExplanationText;
import dev.verdict.policy.snapshot.LoadOptions;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.server.http.JsonWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verdict test}: do these policies decide as their authors expect? */
@Command(
    name = "test",
    description = "Runs the authors' tests of a policy repository.",
    exitCodeList = {
      "0:All tests passed.",
      "1:A test failed, or the policies have errors.",
      Help.USAGE_ERROR,
      "3:The folder cannot be read."
    },
    footer = "  verdict test policies-examples/invoicing")
final class TestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PolicyFolder folder = new PolicyFolder();
  @Mixin private StrictOption strict = new StrictOption();
  @Mixin private OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    LoadResult result = folder.load(strict.apply(LoadOptions.DEFAULT));
    String text = output.isJson() ? json(result) : text(result);
    Terminal.print(spec, text);
    return result.snapshot().isPresent() ? ExitStatus.OK : ExitStatus.NO;
  }

  private static String text(LoadResult result) {
    if (result.tests().isEmpty()) {
      return result.snapshot().isPresent() ? "no tests\n" : LoadReport.findings(result);
    }
    var text = new StringBuilder();
    for (TestResult test : result.tests()) {
      text.append(test.passed() ? "ok      " : "FAILED  ")
          .append(test.name())
          .append(" (" + test.span().file() + ":" + test.span().line() + ")\n");
      test.failure().ifPresent(failure -> text.append(indented(failure)));
    }
    long failed = result.tests().stream().filter(test -> !test.passed()).count();
    text.append(LoadReport.number(result.tests().size(), "test"))
        .append(failed == 0 ? ", all passed\n" : ", " + failed + " failed\n");
    boolean refusedForWarnings = failed == 0 && result.snapshot().isEmpty();
    return refusedForWarnings ? text + LoadReport.findings(result) : text.toString();
  }

  private static String indented(TestFailure failure) {
    return (failure.differences() + "\n" + ExplanationText.tree(failure.explanation()))
        .indent("FAILED  ".length());
  }

  private static String json(LoadResult result) {
    var json = new JsonWriter().beginObject().member("passed", result.snapshot().isPresent());
    LoadReport.writeTests(json, result);
    LoadReport.writeFindings(json, result);
    return json.endObject().text() + "\n";
  }
}
