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
  private final List<Step> anew = new ArrayList<>();
  private final Map<String, List<Double>> megabytes = new LinkedHashMap<>();

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
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    options.heap().ifPresent(heap -> command.add("-Xmx" + heap));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            LoadingProcess.class.getName(),
            directory.toString(),
            Integer.toString(options.edits())));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
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
      List<String> parts = List.of(line.split("\t", -1));
      switch (parts.get(0)) {
        case LoadingProcess.HEAP, LoadingProcess.KEPT, LoadingProcess.PEAK ->
            megabytes
                .computeIfAbsent(parts.get(0), name -> new ArrayList<>())
                .add(Double.parseDouble(parts.get(1)));
        case LoadingProcess.EDIT -> edits.add(Step.of(line));
        case LoadingProcess.ANEW -> anew.add(Step.of(line));
        default -> steps.add(Step.of(line));
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
      print(Step.median(edits).called("again, one file changed"));
      print(Step.median(anew).called("the same, nothing remembered"));
    }
    printMegabytes("heap after a collection", LoadingProcess.HEAP);
    printMegabytes("with what is left to the next load", LoadingProcess.KEPT);
    printMegabytes("most that the process had by then", LoadingProcess.PEAK);
    out.printf("medians of %d processes%n", options.processes());
  }

  private void printMegabytes(String what, String name) {
    List<Double> found = megabytes.getOrDefault(name, List.of()).stream().sorted().toList();
    if (!found.isEmpty()) {
      out.printf(Locale.ROOT, "%s: %.1f MB%n", what, found.get(found.size() / 2));
    }
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
