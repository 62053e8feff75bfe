package dev.verdict.benchmarks.process;

import java.util.regex.Pattern;

/**
 * Reads what {@code jcmd PID GC.heap_info} prints of a heap with the serial collector. Its
 * generations are called "def new generation" and "tenured generation" by JDK 17, "DefNew" and
 * "Tenured" by JDK 25.
 */
final class HeapInfo {

  private static final Pattern USED =
      Pattern.compile(
          "^ *(?:(?:def new|tenured) generation|DefNew|Tenured) .*\\bused (\\d+)K",
          Pattern.MULTILINE);

  private HeapInfo() {}

  /**
   * Bytes of the heap in use, without metaspace.
   *
   * @throws IllegalStateException where the text is of another collector
   */
  static long usedBytes(String printed) {
    long[] generations =
        USED.matcher(printed)
            .results()
            .mapToLong(generation -> Long.parseLong(generation.group(1)) << 10)
            .toArray();
    if (generations.length == 0) {
      throw new IllegalStateException("jcmd does not say what the heap holds: " + printed);
    }
    long sum = 0;
    for (long generation : generations) {
      sum += generation;
    }
    return sum;
  }
}
