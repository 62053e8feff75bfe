package dev.verdict.benchmarks.soak.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LatenciesTest {

  private static final long MILLISECOND = 1_000_000;

  @Test
  void aPercentileIsTheNearestRank() {
    var latencies = new Latencies();
    for (int i = 10_000; i >= 1; i--) {
      latencies.add(i * MILLISECOND);
    }

    assertThat(latencies.count()).isEqualTo(10_000);
    assertThat(latencies.percentile(0.5)).isEqualTo(5_000);
    assertThat(latencies.percentile(0.99)).isEqualTo(9_900);
    assertThat(latencies.percentile(1)).isEqualTo(10_000);
  }

  @Test
  void oneSlowCallOfAHundredIsNotInThe99thPercentileAndTwoAre() {
    var latencies = new Latencies();
    for (int i = 0; i < 99; i++) {
      latencies.add(MILLISECOND);
    }
    latencies.add(500 * MILLISECOND);
    assertThat(latencies.percentile(0.99)).isEqualTo(1);

    latencies.add(500 * MILLISECOND);
    assertThat(latencies.percentile(0.99)).isEqualTo(500);
  }

  @Test
  void ofNoCallsThereIsNoPercentile() {
    assertThat(new Latencies().percentile(0.99)).isNaN();
  }
}
