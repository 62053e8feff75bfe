package dev.verdict.benchmarks.loading;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much {@link LoadingComparison} loads, and how often. */
@Command(name = "loading")
public final class LoadingOptions {

  @Option(
      names = "--rules",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many rules there are, ten in each file.")
  private int rules = 10_000;

  @Option(
      names = "--processes",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many processes are started; medians of them are shown.")
  private int processes = 5;

  @Option(
      names = "--edits",
      paramLabel = "N",
      defaultValue = "9",
      description = "How often each process loads again, after one file has changed.")
  private int edits = 9;

  int rules() {
    return rules;
  }

  int processes() {
    return processes;
  }

  int edits() {
    return edits;
  }
}
