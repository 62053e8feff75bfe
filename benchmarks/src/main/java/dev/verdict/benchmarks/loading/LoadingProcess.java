package dev.verdict.benchmarks.loading;

import dev.verdict.policy.snapshot.LoadOptions;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A process of its own: loads once, when it has never run any of the code, and then again. */
public final class LoadingProcess {

  /** What the line with the memory begins with; its number is in megabytes. */
  static final String HEAP = "heap";

  /** What the lines of later loads begin with. */
  static final String EDIT = "edit";

  private LoadingProcess() {}

  /**
   * Loads, and prints a line for each step.
   *
   * @param arguments the directory of the policies, and how often to change one file
   */
  public static void main(String[] arguments) throws IOException {
    var clock = new Step.Clock();
    List<SourceFile> files = read(Path.of(arguments[0]));
    List<Step> steps = new ArrayList<>(List.of(clock.lap("read")));
    Snapshot snapshot = load(files, clock, steps);
    steps.forEach(step -> System.out.println(step.line()));
    System.out.printf(Locale.ROOT, "%s\t%f%n", HEAP, heap());
    for (int edit = 0; edit < Integer.parseInt(arguments[1]); edit++) {
      System.out.println(edit(files, edit).line());
    }
    if (snapshot.contents().files() != files.size()) {
      throw new IllegalStateException("files: " + snapshot.contents().files());
    }
  }

  private static List<SourceFile> read(Path directory) throws IOException {
    var files = new ArrayList<SourceFile>();
    try (Stream<Path> paths = Files.list(directory)) {
      for (Path path : paths.sorted().toList()) {
        files.add(new SourceFile(path.getFileName().toString(), Files.readString(path)));
      }
    }
    return files;
  }

  private static Snapshot load(List<SourceFile> files, Step.Clock clock, List<Step> steps) {
    LoadResult result =
        SnapshotLoader.load(
            files,
            "benchmark",
            LoadOptions.DEFAULT,
            stage -> steps.add(clock.lap(stage.name().toLowerCase(Locale.ROOT))));
    return result
        .snapshot()
        .orElseThrow(() -> new IllegalStateException("no snapshot: " + result.report()));
  }

  /** What the snapshot and the text of its files occupy: all else can be collected. */
  private static double heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_000_000.0;
  }

  private static Step edit(List<SourceFile> files, int edit) {
    var edited = new ArrayList<>(files);
    SourceFile before = edited.get(edit % edited.size());
    edited.set(
        edit % edited.size(),
        new SourceFile(before.path(), before.text() + "# changed for the " + edit + "th time\n"));
    var steps = new ArrayList<Step>();
    var clock = new Step.Clock();
    load(edited, clock, steps);
    return Step.sum(EDIT, steps);
  }
}
