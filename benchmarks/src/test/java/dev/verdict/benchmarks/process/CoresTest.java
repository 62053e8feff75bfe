package dev.verdict.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CoresTest {

  @Test
  void aListOfProcessorsIsReadAsLinuxWritesIt() {
    assertThat(Cores.numbers("0-2,5,8-9")).containsExactly(0, 1, 2, 5, 8, 9);
  }
}
