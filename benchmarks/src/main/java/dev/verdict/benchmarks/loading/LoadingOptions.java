package dev.verdict.benchmarks.loading;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      description = "How large the heap of a process may grow, like 1500m; else the JVM decides.")
  private @Nullable String heap;

  Optional<String> heap() {
    return Optional.ofNullable(heap);
  }

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
