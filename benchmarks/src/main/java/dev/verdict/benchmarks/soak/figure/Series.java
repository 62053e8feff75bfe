package dev.verdict.benchmarks.soak.figure;

import java.util.ArrayList;
import java.util.List;

/** A quantity at points in time, in the order in which it was measured. For one thread. */
public final class Series {

  private record Point(double seconds, double value) {}

  private final List<Point> points = new ArrayList<>();

  /** Adds what was measured at a time that is not before the last one. */
  public void add(double seconds, double value) {
    points.add(new Point(seconds, value));
  }

  /** The largest value; not a number where there is none. */
  public double max() {
    return points.stream().mapToDouble(Point::value).max().orElse(Double.NaN);
  }

  /** The last value; not a number where there is none. */
  public double last() {
    return points.isEmpty() ? Double.NaN : points.get(points.size() - 1).value();
  }

  /**
   * By how much the quantity grew over the last half of the time: the slope of the straight line
   * through these points (least squares), times their span. Negative where it shrank, zero for
   * fewer than two points.
   */
  public double growthOverLastHalf() {
    if (points.size() < 2) {
      return 0;
    }
    double first = points.get(0).seconds();
    double end = points.get(points.size() - 1).seconds();
    double middle = first + (end - first) / 2;
    List<Point> half = points.stream().filter(point -> point.seconds() >= middle).toList();
    return half.size() < 2 ? 0 : slope(half) * (end - half.get(0).seconds());
  }

  private static double slope(List<Point> points) {
    double time = points.stream().mapToDouble(Point::seconds).average().orElseThrow();
    double value = points.stream().mapToDouble(Point::value).average().orElseThrow();
    double together = 0;
    double spread = 0;
    for (Point point : points) {
      together += (point.seconds() - time) * (point.value() - value);
      spread += (point.seconds() - time) * (point.seconds() - time);
    }
    return spread == 0 ? 0 : together / spread;
  }
}
