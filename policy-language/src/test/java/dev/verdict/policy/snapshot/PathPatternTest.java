package dev.verdict.policy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

  @ParameterizedTest
  @CsvSource({
    "compose.yaml, compose.yaml, true",
    "compose.yaml, ci/compose.yaml, false",
    "*.yaml, compose.yaml, true",
    "*.yaml, ci/compose.yaml, false",
    "*-chart-*.yaml, a-chart-chart-b.yaml, true",
    "ci/*, ci/a/b.yaml, false",
    "ci/**, ci/a/b.yaml, true",
    "ci/**, cia/b.yaml, false",
    "**/b.yaml, b.yaml, true",
    "**/b.yaml, a/c/b.yaml, true",
    "**/x/**/b.yaml, a/x/c/x/d/b.yaml, true",
    "**/x/*/b.yaml, a/x/c/x/d/b.yaml, true",
    "a/**/b/c.yaml, a/b/d/b/c.yaml, true",
    "a/**/b/c.yaml, a/b/d/c.yaml, false",
    "?.yml, a.yml, true",
    "?.yml, ab.yml, false",
    "Compose.yaml, compose.yaml, false",
  })
  void starsStandWithinANameOrForNames(String pattern, String path, boolean matches) {
    assertThat(PathPattern.problem(pattern)).isEmpty();
    assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(matches);
  }

  @Test
  void manyStarsTakeNoMoreThanTheProductOfTheLengths() {
    PathPattern stars = PathPattern.of("*a".repeat(90) + "b");
    PathPattern folders = PathPattern.of("**/a/".repeat(30) + "b");

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(stars.matches("a".repeat(4_000))).isFalse();
          assertThat(folders.matches("a/".repeat(1_000) + "c")).isFalse();
        });
  }
}
