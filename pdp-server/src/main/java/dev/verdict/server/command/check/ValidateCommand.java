package dev.verdict.server.command.check;

import dev.verdict.policy.snapshot.LoadOptions;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.server.command.folder.PolicyFolder;
import dev.verdict.server.command.output.ExitStatus;
import dev.verdict.server.command.output.Help;
import dev.verdict.server.command.output.LoadReport;
import dev.verdict.server.command.output.OutputOption;
import dev.verdict.server.command.output.Terminal;
import dev.verdict.server.json.JsonWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verdict validate}: are these policies free of errors? */
@Command(
    name = "validate",
    description = "Checks a policy repository without running its tests, and shows what is wrong.",
    exitCodeList = {
      "0:There are no errors; there may be warnings, but not with --strict.",
      "1:There are errors.",
      Help.USAGE_ERROR,
      "3:The folder cannot be read."
    },
    footer = "  verdict validate policies-examples/invoicing")
public final class ValidateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PolicyFolder folder = new PolicyFolder();
  @Mixin private StrictOption strict = new StrictOption();
  @Mixin private OutputOption output = new OutputOption();
  @Mixin private WatchOption watch = new WatchOption();

  @Option(
      names = "--costs",
      description = "Lists what a decision on each action costs at worst, the dearest first.")
  private boolean costs;

  @Override
  public Integer call() {
    LoadOptions options = strict.apply(LoadOptions.DEFAULT.untested());
    if (watch.isOn()) {
      return watch.follow(folder, output, state -> PolicyFolder.load(state, options), this::text);
    }
    LoadResult result = folder.load(options);
    Terminal.print(spec, output.isJson() ? json(result) : text(result));
    return result.snapshot().isPresent() ? ExitStatus.OK : ExitStatus.NO;
  }

  private String text(LoadResult result) {
    return LoadReport.findings(result)
        + result.snapshot().map(snapshot -> CostReport.text(snapshot, costs)).orElse("");
  }

  private static String json(LoadResult result) {
    var json = new JsonWriter().beginObject().member("valid", result.snapshot().isPresent());
    LoadReport.writeFindings(json, result);
    result.snapshot().ifPresent(snapshot -> CostReport.write(json, snapshot));
    return json.endObject().text() + "\n";
  }
}
