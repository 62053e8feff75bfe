package dev.verdict.benchmarks.measure;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Scores of methods side by side, each with its ratio to one of them. */
public final class Table {

  private final String title;
  private final Map<String, String> names;
  private final String measure;

  /**
   * @param title of the column of names
   * @param names what to call the methods, by method, in the order to show them
   * @param measure the method that the others are compared with
   */
  public Table(String title, Map<String, String> names, String measure) {
    this.title = title;
    this.names = new LinkedHashMap<>(names);
    this.measure = measure;
  }

  /** Prints the scores that there are. */
  public void print(List<Score> scores, PrintStream out) {
    double floor =
        scores.stream()
            .filter(score -> score.method().equals(measure))
            .mapToDouble(Score::cpu)
            .findFirst()
            .orElse(Double.NaN);
    out.printf("%n%-30s %10s %12s %10s %8s%n", title, "wall ns", "CPU ns", "bytes", "ratio");
    names.forEach(
        (method, name) ->
            scores.stream()
                .filter(score -> score.method().equals(method))
                .forEach(score -> print(name, score, floor, out)));
    out.printf(
        "medians of all iterations; ratio: CPU time over that of \"%s\" in the same run%n",
        names.get(measure));
  }

  private static void print(String name, Score score, double floor, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-30s %10.1f %12.1f %10.0f %8.2f%n",
        name,
        score.wall(),
        score.cpu(),
        score.bytes(),
        score.cpu() / floor);
  }
}
