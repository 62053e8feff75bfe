package dev.verdict.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LatenciesTest {

  @Test
  void aPercentileIsWhatThatPartOfTheCallsDidNotTakeLongerThan() {
    var latencies = new Latencies();
    for (long milliseconds = 1; milliseconds <= 100; milliseconds++) {
      latencies.add(milliseconds * 1_000_000);
    }

    assertThat(latencies.count()).isEqualTo(100);
    assertThat(latencies.percentile(0.5)).isCloseTo(50_000, within(50.0));
    assertThat(latencies.percentile(0.99)).isCloseTo(99_000, within(99.0));
    assertThat(latencies.percentile(1)).isCloseTo(100_000, within(100.0));
  }

  @Test
  void withoutCallsThereIsNoPercentile() {
    assertThat(new Latencies().percentile(0.5)).isNaN();
  }
}
