package dev.verdict.benchmarks.reload;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link ReloadComparison} loads, and how often. */
@Command(name = "reload")
public final class ReloadOptions {

  @Option(
      names = "--rules",
      paramLabel = "N",
      split = ",",
      defaultValue = "200,10000",
      description = "How many rules there are, a multiple of ten.")
  private List<Integer> rules = List.of(200, 10_000);

  @Option(
      names = "--reloads",
      paramLabel = "N",
      defaultValue = "31",
      description = "How many snapshots are looked at, after as many that are not.")
  private int reloads = 31;

  List<Integer> rules() {
    return rules;
  }

  int reloads() {
    return reloads;
  }
}
