package dev.verdict.benchmarks;

import dev.verdict.benchmarks.ancestors.AncestorsComparison;
import dev.verdict.benchmarks.condition.ConditionComparison;
import dev.verdict.benchmarks.evaluator.EvaluatorComparison;
import dev.verdict.benchmarks.load.LoadCommand;
import dev.verdict.benchmarks.loading.LoadingComparison;
import dev.verdict.benchmarks.loading.LoadingOptions;
import dev.verdict.benchmarks.memberships.MembershipsOptions;
import dev.verdict.benchmarks.memberships.MembershipsRun;
import dev.verdict.benchmarks.reload.ReloadComparison;
import dev.verdict.benchmarks.reload.ReloadOptions;
import dev.verdict.benchmarks.service.ServiceComparison;
import dev.verdict.benchmarks.slots.SlotsComparison;
import dev.verdict.benchmarks.soak.SoakCommand;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/**
 * {@code java -jar benchmarks.jar condition|evaluator|..}, with options of that benchmark behind
 * it.
 */
public final class Benchmarks {

  private static final int USAGE_ERROR = 2;
  private static final int RUN_FAILED = 3;
  private static final int USAGE_WIDTH = 100;

  private Benchmarks() {}

  /** Runs one of the benchmarks. */
  public static void main(String[] arguments) throws Exception {
    String which = arguments.length == 0 ? "" : arguments[0];
    String[] options =
        Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
    switch (which) {
      case "ancestors" -> AncestorsComparison.run(options, System.out);
      case "condition" -> ConditionComparison.run(options, System.out);
      case "evaluator" -> EvaluatorComparison.run(options, System.out);
      case "load" -> System.exit(execute(new LoadCommand(System.out), options));
      case "loading" ->
          new LoadingComparison(
                  CommandLine.populateCommand(new LoadingOptions(), options), System.out)
              .run();
      case "memberships" ->
          new MembershipsRun(
                  CommandLine.populateCommand(new MembershipsOptions(), options), System.out)
              .run();
      case "reload" ->
          new ReloadComparison(
                  CommandLine.populateCommand(new ReloadOptions(), options), System.out)
              .run();
      case "service" -> ServiceComparison.run(options, System.out);
      case "soak" -> System.exit(execute(new SoakCommand(System.out), options));
      case "slots" -> SlotsComparison.run(options, System.out);
      default -> {
        usage(System.err);
        System.exit(USAGE_ERROR);
      }
    }
  }

  private static int execute(Object command, String[] options) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(USAGE_WIDTH)
        .setExecutionExceptionHandler(
            (exception, failed, arguments) -> {
              exception.printStackTrace(failed.getErr());
              return RUN_FAILED;
            })
        .execute(options);
  }

  private static void usage(PrintStream out) {
    out.println(
        "name a benchmark: ancestors, condition, evaluator, service or slots [JMH options]");
    for (Object options :
        List.of(
            new LoadingOptions(),
            new MembershipsOptions(),
            new ReloadOptions(),
            new LoadCommand(out),
            new SoakCommand(out))) {
      CommandLine.usage(options, out);
    }
  }
}
