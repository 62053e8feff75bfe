package dev.verdict.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The page with the results of a run, in Markdown. */
final class ResultsPage {

  private ResultsPage() {}

  /** Writes it anew. */
  static void write(Path file, Map<String, String> machine, Plan plan, List<Result> results)
      throws IOException {
    Files.writeString(file, text(machine, plan, results));
  }

  /** The whole page. */
  static String text(Map<String, String> machine, Plan plan, List<Result> results) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      out.println("# What a server costs, measured");
      out.println();
      out.println(
          "Written by `benchmarks/run.sh`; [the README](README.md#a-whole-server) says how it is measured.");
      out.println();
      out.println("| | |");
      out.println("|---|---|");
      machine.forEach((name, fact) -> out.println("| " + name + " | `" + fact + "` |"));
      out.println();
      out.println("```");
      var table = new LoadTable(out);
      table.header();
      results.forEach(result -> result.tell(table));
      table.footer(plan);
      out.println("```");
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
