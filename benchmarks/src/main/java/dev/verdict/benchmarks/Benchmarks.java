package dev.verdict.benchmarks;

import dev.verdict.benchmarks.condition.ConditionComparison;
import dev.verdict.benchmarks.evaluator.EvaluatorComparison;
import dev.verdict.benchmarks.load.GrpcLoad;
import dev.verdict.benchmarks.load.LoadOptions;
import dev.verdict.benchmarks.slots.SlotsComparison;
import java.util.Arrays;
import picocli.CommandLine;

/**
 * {@code java -jar benchmarks.jar condition|evaluator|slots|load}, with options of that benchmark
 * behind it.
 */
public final class Benchmarks {

  private static final int USAGE_ERROR = 2;

  private Benchmarks() {}

  /** Runs one of the benchmarks. */
  public static void main(String[] arguments) throws Exception {
    String which = arguments.length == 0 ? "" : arguments[0];
    String[] options =
        Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
    switch (which) {
      case "condition" -> ConditionComparison.run(options, System.out);
      case "evaluator" -> EvaluatorComparison.run(options, System.out);
      case "load" ->
          new GrpcLoad(CommandLine.populateCommand(new LoadOptions(), options), System.out).run();
      case "slots" -> SlotsComparison.run(options, System.out);
      default -> {
        System.err.println(
            "name a benchmark: condition, evaluator or slots [JMH options], or load [options]");
        System.err.println("options of load:");
        CommandLine.usage(new LoadOptions(), System.err);
        System.exit(USAGE_ERROR);
      }
    }
  }
}
