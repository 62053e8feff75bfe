package dev.verdict.benchmarks.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScheduleTest {

  @Test
  void callsAreDueAtAConstantRate() {
    var schedule = new Schedule(1_000, 4);

    assertThat(schedule.due(0)).isEqualTo(1_000);
    assertThat(schedule.due(1)).isEqualTo(250_001_000);
    assertThat(schedule.due(4)).isEqualTo(1_000_001_000);
  }

  @Test
  void whatIsRoundedDoesNotAddUp() {
    var schedule = new Schedule(0, 30_000);

    assertThat(schedule.due(30_000L * 3_600)).isEqualTo(3_600_000_000_000L);
  }
}
