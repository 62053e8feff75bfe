package dev.verdict.benchmarks.memberships;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.snapshot.LoadOptions;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** Loads the memberships of many users once, and shows what that takes and what it leaves. */
public final class MembershipsRun {

  private static final double MEGABYTE = 1_000_000.0;
  private static final double SECOND = 1e9;

  private final MembershipsOptions options;
  private final PrintStream out;

  /** Prints to the given stream. */
  public MembershipsRun(MembershipsOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Measures and prints. */
  public void run() {
    double empty = heap();
    List<SourceFile> files = new MembershipFiles(options.users(), options.groups()).files();
    long characters = files.stream().mapToLong(file -> file.text().length()).sum();
    double texts = heap() - empty;
    long before = System.nanoTime();
    long cpuBefore = cpu();
    Snapshot snapshot = load(files);
    double seconds = (System.nanoTime() - before) / SECOND;
    double cpu = (cpu() - cpuBefore) / SECOND;
    double both = heap() - empty;
    out.printf(
        Locale.ROOT,
        "%n%,d users in %d groups each, %,d files with %,d characters%n",
        options.users(),
        options.groups(),
        files.size(),
        characters);
    out.printf(
        Locale.ROOT, "to load them: %.1f s, of which the thread computed %.1f s%n", seconds, cpu);
    out.printf(Locale.ROOT, "heap of the texts: %.0f MB%n", texts);
    out.printf(Locale.ROOT, "heap of the snapshot: %.0f MB%n", both - texts);
    out.printf(Locale.ROOT, "largest heap that the JVM may take: %.0f MB%n", maxHeap() / MEGABYTE);
    if (snapshot.contents().files() != files.size()) {
      throw new IllegalStateException("files: " + snapshot.contents().files());
    }
  }

  private static Snapshot load(List<SourceFile> files) {
    LoadResult result =
        SnapshotLoader.load(files, "benchmark", LoadOptions.DEFAULT.within(limits()));
    return result
        .snapshot()
        .orElseThrow(() -> new IllegalStateException("no snapshot: " + result.report()));
  }

  /** As an operator sets them for so many, see docs/operations.md. */
  private static Limits limits() {
    return Limits.STANDARD
        .with(Limit.TOTAL_LENGTH, 200_000_000)
        .with(Limit.HIERARCHY_PAIRS, 20_000_000);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
  }

  private static double maxHeap() {
    return Runtime.getRuntime().maxMemory();
  }
}
