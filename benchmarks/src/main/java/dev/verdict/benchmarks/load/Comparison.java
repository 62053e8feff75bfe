package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.evaluator.Workload;
import dev.verdict.benchmarks.load.question.Questions;
import dev.verdict.benchmarks.measure.Latencies;
import dev.verdict.benchmarks.measure.Sample;
import dev.verdict.benchmarks.process.TemporaryFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures both sides of a row in turns, so that both see the same machine. */
final class Comparison {

  /** The part of the throughput at which latencies are looked at. */
  private static final double HALF = 0.5;

  private final Plan plan;
  private final Servers servers;

  Comparison(Plan plan, Servers servers) {
    this.plan = plan;
    this.servers = servers;
  }

  RowResult of(Row row) throws IOException, InterruptedException {
    Workload workload = row.setting().workload();
    Questions questions = Questions.of(workload, row.door());
    try (TemporaryFolder folder = TemporaryFolder.create();
        Side subject = servers.subject(row, questions, workload, folder);
        Side baseline = servers.baseline(row, questions, subject.answers())) {
      baseline.warmUp(row.callers(), plan.warmUp());
      subject.warmUp(row.callers(), plan.warmUp());
      var full = List.of(new ArrayList<Side.FullLoad>(), new ArrayList<Side.FullLoad>());
      var half = List.of(new ArrayList<Latencies>(), new ArrayList<Latencies>());
      List<Side> sides = List.of(baseline, subject);
      for (int round = 0; round < plan.rounds(); round++) {
        for (int side = 0; side < sides.size(); side++) {
          full.get(side).add(sides.get(side).fullLoad(row.callers(), plan.turn()));
        }
      }
      for (int round = 0; round < plan.rounds(); round++) {
        for (int side = 0; side < sides.size(); side++) {
          double rate = HALF * throughput(full.get(side));
          half.get(side).add(sides.get(side).atRate(rate, plan.turn()));
        }
      }
      return new RowResult(
          row,
          Figures.of(full.get(0), half.get(0), baseline.residentBytes()),
          Figures.of(full.get(1), half.get(1), subject.residentBytes()));
    }
  }

  private static double throughput(List<Side.FullLoad> rounds) {
    return new Sample(rounds.stream().map(Side.FullLoad::throughput).toList()).median();
  }
}
