package dev.verdict.benchmarks.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EitherStateTest {

  private final EitherState expected =
      new EitherState(List.of(bytes(1), bytes(2)), List.of(bytes(11), bytes(12)));

  @Test
  void answersOfBothStatesAreRightAndChangesAreCounted() {
    assertThat(expected.accepts(0, bytes(1))).isTrue();
    assertThat(expected.changes()).isZero();
    assertThat(expected.accepts(1, bytes(12))).isTrue();
    assertThat(expected.accepts(0, bytes(11))).isTrue();
    assertThat(expected.changes()).isEqualTo(1);
    assertThat(expected.accepts(0, bytes(1))).isTrue();
    assertThat(expected.changes()).isEqualTo(2);
  }

  @Test
  void theAnswerToAnotherMessageIsWrong() {
    assertThat(expected.accepts(0, bytes(2))).isFalse();
    assertThat(expected.accepts(0, bytes(12))).isFalse();
  }

  private static byte[] bytes(int value) {
    return new byte[] {(byte) value};
  }
}
