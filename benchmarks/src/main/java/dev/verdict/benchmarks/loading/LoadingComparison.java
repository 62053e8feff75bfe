package dev.verdict.benchmarks.loading;

import dev.verdict.benchmarks.evaluator.RepositoryText;
import dev.verdict.benchmarks.evaluator.Spread;
import dev.verdict.policy.source.SourceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts processes that load a repository, and shows how long each stage took. */
public final class LoadingComparison {

  private final LoadingOptions options;
  private final PrintStream out;
  private final Map<String, List<Step>> cold = new LinkedHashMap<>();
  private final List<Step> totals = new ArrayList<>();
  private final List<Step> edits = new ArrayList<>();
  private final List<Double> heaps = new ArrayList<>();

  /** Prints to the given stream. */
  public LoadingComparison(LoadingOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Measures and prints. */
  public void run() throws IOException, InterruptedException {
    List<SourceFile> files = new RepositoryText(options.rules(), Spread.TYPES, 1).files();
    Path directory = Files.createTempDirectory("verdict-loading");
    try {
      for (SourceFile file : files) {
        Files.writeString(directory.resolve(file.path()), file.text());
      }
      for (int i = 0; i < options.processes(); i++) {
        take(linesOfProcess(directory));
      }
    } finally {
      for (SourceFile file : files) {
        Files.deleteIfExists(directory.resolve(file.path()));
      }
      Files.delete(directory);
    }
    print(files.size());
  }

  private List<String> linesOfProcess(Path directory) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LoadingProcess.class.getName(),
                directory.toString(),
                Integer.toString(options.edits()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException("exit status: " + status + " (expected: 0)");
    }
    return printed.lines().toList();
  }

  private void take(List<String> lines) {
    var steps = new ArrayList<Step>();
    for (String line : lines) {
      if (line.startsWith(LoadingProcess.HEAP)) {
        heaps.add(Double.parseDouble(line.substring(LoadingProcess.HEAP.length() + 1)));
      } else if (line.startsWith(LoadingProcess.EDIT)) {
        edits.add(Step.of(line));
      } else {
        steps.add(Step.of(line));
      }
    }
    steps.forEach(step -> cold.computeIfAbsent(step.name(), name -> new ArrayList<>()).add(step));
    totals.add(Step.sum("all of it", steps));
  }

  private void print(int files) {
    out.printf(
        Locale.ROOT,
        "%n%,d rules in %,d files, for the first time in a process%n",
        options.rules(),
        files);
    out.printf("%-34s %10s %10s %14s%n", "stage", "wall ms", "CPU ms", "process CPU ms");
    cold.values().forEach(steps -> print(Step.median(steps)));
    print(Step.median(totals));
    if (!edits.isEmpty()) {
      Step edit = Step.median(edits);
      print(new Step("again, one file changed", edit.wall(), edit.cpu(), edit.process()));
    }
    out.printf(
        Locale.ROOT,
        "heap after a collection: %.1f MB%n",
        heaps.stream().sorted().skip(heaps.size() / 2).findFirst().orElse(Double.NaN));
    out.printf("medians of %d processes%n", options.processes());
  }

  private void print(Step step) {
    out.printf(
        Locale.ROOT,
        "%-34s %10.0f %10.0f %14.0f%n",
        step.name(),
        step.wall(),
        step.cpu(),
        step.process());
  }
}
