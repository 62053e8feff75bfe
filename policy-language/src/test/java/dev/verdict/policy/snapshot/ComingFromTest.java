package dev.verdict.policy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.DocumentedRepositories;
import dev.verdict.policy.DocumentedRepositories.Block;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps {@code docs/coming-from.md} true: each chapter is a repository with tests. */
class ComingFromTest {

  private static final DocumentedRepositories SHOWN = DocumentedRepositories.of("coming-from.md");

  static List<String> chapters() {
    return SHOWN.names();
  }

  @Test
  void everyBlockIsAFileOfAChapterOrAPolicyOfTheOtherSystem() {
    assertThat(chapters()).containsExactly("cerbos", "opa", "cedar", "openfga", "casbin", "spring");
    assertThat(SHOWN.wholePage()).isEmpty();
    assertThat(SHOWN.others())
        .extracting(Block::language)
        .containsExactly("cerbos", "rego", "cedar", "openfga", "casbin", "java");
  }

  @ParameterizedTest
  @MethodSource("chapters")
  void aChapterLoadsWithoutAFindingAndItsTestsPass(String chapter) {
    LoadResult result = SnapshotLoader.load(SHOWN.repository(chapter), "revision");

    assertThat(result.report()).isEmpty();
    assertThat(result.tests()).hasSizeGreaterThan(3).allMatch(test -> test.passed());
  }
}
