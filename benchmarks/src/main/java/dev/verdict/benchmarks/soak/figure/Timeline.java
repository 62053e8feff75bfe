package dev.verdict.benchmarks.soak.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Counts events by the ten seconds of a run in which they happened. Safe for many threads. */
public final class Timeline {

  private static final long SLOT = 10_000_000_000L;

  private final long start = System.nanoTime();
  private final List<Integer> counts = new ArrayList<>();

  /** It happened now. */
  public synchronized void happened() {
    int slot = (int) ((System.nanoTime() - start) / SLOT);
    while (counts.size() <= slot) {
      counts.add(0);
    }
    counts.set(slot, counts.get(slot) + 1);
  }

  /** One number for each ten seconds up to the last in which it happened, the first one first. */
  public synchronized String text() {
    return counts.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
