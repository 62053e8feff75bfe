package dev.verdict.benchmarks.soak.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SeriesTest {

  private final Series series = new Series();

  @Test
  void whatGrowsSteadilyGrewByHalfOfItOverTheLastHalf() {
    for (int second = 0; second <= 100; second++) {
      series.add(second, 3 * second);
    }

    assertThat(series.growthOverLastHalf()).isEqualTo(150, within(1e-9));
    assertThat(series.max()).isEqualTo(300);
    assertThat(series.last()).isEqualTo(300);
  }

  @Test
  void whatGrewAtFirstOnlyIsFlat() {
    for (int second = 0; second <= 100; second++) {
      series.add(second, Math.min(second, 40));
    }

    assertThat(series.growthOverLastHalf()).isEqualTo(0, within(1e-9));
  }

  @Test
  void whatGoesUpAndDownIsNearlyFlat() {
    for (int second = 0; second <= 100; second++) {
      series.add(second, second % 10);
    }

    assertThat(series.growthOverLastHalf()).isBetween(-2.0, 2.0);
  }

  @Test
  void whatShrinksGrewByLessThanNothing() {
    series.add(0, 100);
    series.add(5, 100);
    series.add(10, 50);

    assertThat(series.growthOverLastHalf()).isEqualTo(-50, within(1e-9));
  }

  @Test
  void ofFewerThanTwoPointsNothingCanBeSaid() {
    assertThat(series.growthOverLastHalf()).isZero();
    assertThat(series.max()).isNaN();
    assertThat(series.last()).isNaN();
    series.add(1, 7);
    assertThat(series.growthOverLastHalf()).isZero();
  }
}
