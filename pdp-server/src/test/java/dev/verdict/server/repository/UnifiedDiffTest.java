package dev.verdict.server.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UnifiedDiffTest {

  private static String lines(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(line -> line + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void equalTextsDoNotDiffer() {
    assertThat(UnifiedDiff.of("a", "x\n", "x\n")).isEmpty();
    assertThat(UnifiedDiff.of("a", "", "")).isEmpty();
  }

  @Test
  void aChangeIsShownWithThreeLinesAroundIt() {
    assertThat(UnifiedDiff.of("ä.yaml", lines(1, 9), lines(1, 4) + "fünf\n" + lines(6, 9)))
        .isEqualTo(
            """
            --- ä.yaml
            +++ ä.yaml
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +fünf
             6
             7
             8
            """);
  }

  @Test
  void changesFarApartStandInHunksOfTheirOwn() {
    assertThat(UnifiedDiff.of("a", lines(1, 20), "0\n" + lines(1, 18) + "20\n"))
        .contains("@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n@@ ")
        .endsWith(" 18\n-19\n 20\n");
  }

  @Test
  void aMissingLineBreakAtTheEndIsShown() {
    assertThat(UnifiedDiff.of("a", "x", "x\n"))
        .isEqualTo("--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n");
  }

  @Test
  void linesThatComeAndGoAreShown() {
    assertThat(UnifiedDiff.of("a", "", "x\n")).endsWith("@@ -0,0 +1 @@\n+x\n");
    assertThat(UnifiedDiff.of("a", "x\n", "")).endsWith("@@ -1 +0,0 @@\n-x\n");
  }
}
