package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.measure.Latencies;
import dev.verdict.benchmarks.measure.Sample;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the rounds of one side have shown.
 *
 * @param throughput calls in a second under full load
 * @param cpu microseconds of the server's processor for each call
 * @param bytes that the server allocates for each call
 * @param busy part of a processor core that the server has used, under full load
 * @param p50 microseconds that half of the calls took at half load
 * @param p99 microseconds that 99 % of the calls took at half load
 * @param residentBytes of the server in the end
 */
record Figures(
    Sample throughput,
    Sample cpu,
    Sample bytes,
    Sample busy,
    Sample p50,
    Sample p99,
    long residentBytes) {

  static Figures of(List<Side.FullLoad> fullLoad, List<Latencies> halfLoad, long residentBytes) {
    return new Figures(
        sample(fullLoad, Side.FullLoad::throughput),
        sample(fullLoad, Side.FullLoad::cpuMicroseconds),
        sample(fullLoad, Side.FullLoad::bytes),
        sample(fullLoad, Side.FullLoad::busy),
        sample(halfLoad, latencies -> latencies.percentile(0.5)),
        sample(halfLoad, latencies -> latencies.percentile(0.99)),
        residentBytes);
  }

  private static <T> Sample sample(List<T> rounds, ToDoubleFunction<T> quantity) {
    return new Sample(rounds.stream().mapToDouble(quantity).boxed().toList());
  }
}
