package dev.verdict.benchmarks.measure;

import java.util.List;

/** One quantity, measured in several rounds. */
public record Sample(List<Double> values) {

  public Sample {
    values = values.stream().sorted().toList();
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values: 0 (expected: at least one)");
    }
  }

  /** The middle one, or the mean of both that are in the middle. */
  public double median() {
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }

  /** The smallest. */
  public double min() {
    return values.get(0);
  }

  /** The largest. */
  public double max() {
    return values.get(values.size() - 1);
  }
}
