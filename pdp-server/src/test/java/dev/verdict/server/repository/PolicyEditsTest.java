package dev.verdict.server.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A load test in which the broken edits load would show nothing. */
class PolicyEditsTest {

  @Test
  void halfOfTheEditsAreBrokenInManyWaysAndNoTwoAreTheSame() {
    List<LoadResult> loaded = IntStream.range(0, 100).mapToObj(PolicyEditsTest::load).toList();

    for (int edit = 0; edit < 100; edit++) {
      LoadResult result = loaded.get(edit);
      assertThat(result.snapshot().isEmpty())
          .as("edit %s: %s", edit, result.report())
          .isEqualTo(PolicyEdits.isBroken(edit));
    }
    assertThat(
            loaded.stream()
                .flatMap(result -> result.diagnostics().stream())
                .map(found -> found.code())
                .distinct())
        .hasSizeGreaterThanOrEqualTo(6);
    assertThat(IntStream.range(0, 100).mapToObj(PolicyEdits::revisionAfter))
        .doesNotHaveDuplicates();
  }

  private static LoadResult load(int edit) {
    var text = new String(PolicyEdits.contentAfter(edit), StandardCharsets.UTF_8);
    return SnapshotLoader.load(
        List.of(
            new SourceFile("schema.yaml", SmallPolicies.SCHEMA),
            new SourceFile("document.policy.yaml", text),
            new SourceFile("offer.policy.yaml", SmallPolicies.OFFERS)),
        PolicyEdits.revisionAfter(edit));
  }
}
