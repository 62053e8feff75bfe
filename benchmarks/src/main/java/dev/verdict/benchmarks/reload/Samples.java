package dev.verdict.benchmarks.reload;

import java.util.Arrays;

/** Numbers of the same thing, measured several times. */
final class Samples {

  private double[] values = new double[16];
  private int count;

  void add(double value) {
    values = count == values.length ? Arrays.copyOf(values, 2 * count) : values;
    values[count++] = value;
  }

  void clear() {
    count = 0;
  }

  double median() {
    return median(Arrays.copyOf(values, count));
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
