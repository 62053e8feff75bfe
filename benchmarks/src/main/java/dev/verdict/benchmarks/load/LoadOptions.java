package dev.verdict.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long and how hard {@link GrpcLoad} pushes. */
@Command(name = "load")
public final class LoadOptions {

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      defaultValue = "policies-examples/invoicing",
      description = "The policies; the questions are those of their tests.")
  private Path policies = Path.of("policies-examples/invoicing");

  @Option(
      names = "--callers",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,8,64",
      description = "How many ask at the same time, one after the other.")
  private List<Integer> callers = List.of(1, 8, 64);

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How long a turn of one side takes.")
  private int seconds = 3;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many turns each side has; one more warms up and is not counted.")
  private int rounds = 3;

  Path policies() {
    return policies;
  }

  List<Integer> callers() {
    return callers;
  }

  Duration turn() {
    return Duration.ofSeconds(seconds);
  }

  int rounds() {
    return rounds;
  }
}
