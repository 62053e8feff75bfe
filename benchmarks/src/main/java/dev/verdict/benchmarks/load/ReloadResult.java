package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.load.traffic.EitherState;
import dev.verdict.benchmarks.measure.Latencies;
import dev.verdict.benchmarks.measure.Sample;
import java.util.List;

/**
 * How long answers took while policies changed, and while they did not.
 *
 * @param rules in the repository, of which one file changed
 * @param callsPerSecond that were due
 * @param activations of changed policies that the answers have shown
 * @param quiet microseconds that 99 % of the calls took without changes
 * @param changing microseconds that 99 % of the calls took meanwhile
 * @param longest microseconds that the slowest call of a round took meanwhile
 */
record ReloadResult(
    int rules, int callsPerSecond, int activations, Sample quiet, Sample changing, Sample longest)
    implements Result {

  static ReloadResult of(
      int rules,
      int callsPerSecond,
      EitherState answers,
      List<Latencies> quiet,
      List<Latencies> changing) {
    return new ReloadResult(
        rules,
        callsPerSecond,
        answers.changes(),
        percentile(quiet, 0.99),
        percentile(changing, 0.99),
        percentile(changing, 1));
  }

  /** What it is called in the table. */
  String name() {
    return ReloadUnderLoad.name(rules);
  }

  /** The time of 99 % of the calls while policies changed, over that without. */
  double ratio() {
    return changing.median() / quiet.median();
  }

  private static Sample percentile(List<Latencies> rounds, double part) {
    return new Sample(rounds.stream().map(latencies -> latencies.percentile(part)).toList());
  }

  @Override
  public void tell(Report report) {
    report.reload(this);
  }
}
