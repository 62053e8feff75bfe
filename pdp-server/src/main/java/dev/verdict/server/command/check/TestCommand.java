package dev.verdict.server.command.check;

import dev.verdict.policy.snapshot.LoadOptions;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.server.command.folder.PolicyFolder;
import dev.verdict.server.command.output.ExitStatus;
import dev.verdict.server.command.output.Help;
import dev.verdict.server.command.output.OutputOption;
import dev.verdict.server.command.output.Terminal;
import dev.verdict.server.repository.SourceState;
import java.util.Optional;
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
      "1:A test failed or there is none, the policies have errors, or the coverage is too low.",
      Help.USAGE_ERROR,
      "3:The folder cannot be read."
    },
    footer = "  verdict test policies-examples/invoicing --coverage")
public final class TestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PolicyFolder folder = new PolicyFolder();
  @Mixin private TestOptions tests = new TestOptions();
  @Mixin private StrictOption strict = new StrictOption();
  @Mixin private OutputOption output = new OutputOption();
  @Mixin private WatchOption watch = new WatchOption();

  @Override
  public Integer call() {
    if (watch.isOn()) {
      return watch.follow(folder, output, this::load, new TestNews());
    }
    LoadResult result = folder.load(options());
    tests.writeJunit(result);
    Optional<String> shortfall = tests.absence(result).or(() -> tests.shortfall(result));
    boolean passed = result.snapshot().isPresent() && shortfall.isEmpty();
    Terminal.print(
        spec,
        output.isJson()
            ? TestReport.json(result, passed)
            : TestReport.text(result) + shortfall.orElse(""));
    return passed ? ExitStatus.OK : ExitStatus.NO;
  }

  private LoadOptions options() {
    return strict.apply(LoadOptions.DEFAULT).testing(tests.plan());
  }

  private LoadResult load(SourceState state) {
    LoadResult result = PolicyFolder.load(state, options());
    tests.writeJunit(result);
    return result;
  }
}
