package dev.verdict.benchmarks.loading;

import dev.verdict.policy.snapshot.LoadMemory;
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
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A process of its own: loads once, when it has never run any of the code, and then again. */
public final class LoadingProcess {

  /** What the line with the memory of the snapshot begins with; its number is in megabytes. */
  static final String HEAP = "heap";

  /** The same with what the load leaves to the next one. */
  static final String KEPT = "kept";

  /** What the line with the largest memory of the process begins with, in megabytes. */
  static final String PEAK = "peak";

  /** What the lines of later loads begin with that had others before them. */
  static final String EDIT = "edit";

  /** What the lines of the same loads begin with where nothing was remembered. */
  static final String ANEW = "anew";

  private static final Path STATUS = Path.of("/proc/self/status");

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
    Snapshot snapshot = loadAndEdit(files, clock, steps, Integer.parseInt(arguments[1]));
    print(HEAP, heap());
    if (snapshot.contents().files() != files.size()) {
      throw new IllegalStateException("files: " + snapshot.contents().files());
    }
  }

  /** The first snapshot; what it left to the next loads can be collected afterwards. */
  private static Snapshot loadAndEdit(
      List<SourceFile> files, Step.Clock clock, List<Step> steps, int edits) throws IOException {
    var memory = new LoadMemory();
    Snapshot snapshot = load(files, memory, clock, steps);
    steps.forEach(step -> System.out.println(step.line()));
    peak().ifPresent(megabytes -> print(PEAK, megabytes));
    print(KEPT, heap());
    for (int edit = 0; edit < edits; edit++) {
      List<SourceFile> edited = edited(files, edit);
      System.out.println(again(EDIT, edited, memory).line());
      System.out.println(again(ANEW, edited, new LoadMemory()).line());
    }
    return snapshot;
  }

  private static void print(String what, double megabytes) {
    System.out.printf(Locale.ROOT, "%s\t%f%n", what, megabytes);
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

  private static Snapshot load(
      List<SourceFile> files, LoadMemory memory, Step.Clock clock, List<Step> steps) {
    LoadResult result =
        SnapshotLoader.load(
            files,
            "benchmark",
            LoadOptions.DEFAULT,
            stage -> steps.add(clock.lap(stage.name().toLowerCase(Locale.ROOT))),
            memory);
    return result
        .snapshot()
        .orElseThrow(() -> new IllegalStateException("no snapshot: " + result.report()));
  }

  /** What can be reached: all else is collected. */
  private static double heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_000_000.0;
  }

  /** What the process had at most so far, heap and all else; only Linux tells. */
  private static Optional<Double> peak() throws IOException {
    return Files.exists(STATUS)
        ? Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .findFirst()
            .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1_000_000)
        : Optional.empty();
  }

  /** Every text is read anew; one file of policies is another one than the time before. */
  private static List<SourceFile> edited(List<SourceFile> files, int edit) {
    var edited = new ArrayList<SourceFile>();
    for (SourceFile file : files) {
      edited.add(new SourceFile(file.path(), new String(file.text().toCharArray())));
    }
    List<Integer> policies =
        IntStream.range(0, files.size())
            .filter(i -> files.get(i).path().endsWith(".policy.yaml"))
            .boxed()
            .toList();
    int changed = policies.get(edit % policies.size());
    SourceFile before = edited.get(changed);
    edited.set(
        changed,
        new SourceFile(before.path(), before.text() + "# changed for the " + edit + "th time\n"));
    return edited;
  }

  private static Step again(String name, List<SourceFile> files, LoadMemory memory) {
    var steps = new ArrayList<Step>();
    var clock = new Step.Clock();
    load(files, memory, clock, steps);
    return Step.sum(name, steps);
  }
}
