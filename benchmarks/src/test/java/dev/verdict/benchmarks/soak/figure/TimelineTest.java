package dev.verdict.benchmarks.soak.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TimelineTest {

  @Test
  void whatHappensNowStandsInTheFirstTenSeconds() {
    var timeline = new Timeline();
    assertThat(timeline.text()).isEmpty();

    timeline.happened();
    timeline.happened();

    assertThat(timeline.text()).isEqualTo("2");
  }
}
