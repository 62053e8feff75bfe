package dev.verdict.server.command;

import dev.verdict.policy.snapshot.LoadOptions;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.server.repository.PolicySource;
import dev.verdict.server.repository.SourceState;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code verdict test}: do these policies decide as their authors expect? */
@Command(
    name = "test",
    description = "Runs the authors' tests of a policy repository.",
    exitCodeList = {
      "0:All tests passed.",
      "1:A test failed, the policies have errors, or the coverage is too low.",
      Help.USAGE_ERROR,
      "3:The folder cannot be read."
    },
    footer = "  verdict test policies-examples/invoicing --coverage")
final class TestCommand implements Callable<Integer> {

  private static final long LOOK_MILLISECONDS = 300;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PolicyFolder folder = new PolicyFolder();
  @Mixin private TestOptions tests = new TestOptions();
  @Mixin private StrictOption strict = new StrictOption();
  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--watch",
      description = "Runs the tests again whenever a file changes, until Ctrl-C.")
  private boolean watch;

  @Override
  public Integer call() {
    if (watch) {
      return watch();
    }
    LoadResult result = folder.load(options());
    tests.writeJunit(result);
    Optional<String> shortfall = tests.shortfall(result);
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

  private int watch() {
    if (output.isJson()) {
      throw new ParameterException(spec.commandLine(), "--watch prints text only");
    }
    try (PolicySource source = folder.source()) {
      var watched =
          new TestWatch(source, this::load, text -> Terminal.print(spec, text), this::pause);
      watched.run();
    }
    return ExitStatus.OK;
  }

  private LoadResult load(SourceState state) {
    LoadResult result = PolicyFolder.load(state, options());
    tests.writeJunit(result);
    return result;
  }

  /** Goes on until a signal ends the process, or somebody the thread. */
  private boolean pause() {
    try {
      Thread.sleep(LOOK_MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
