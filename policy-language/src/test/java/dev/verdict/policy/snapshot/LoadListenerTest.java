package dev.verdict.policy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoadListenerTest {

  private static final SourceFile SCHEMA =
      new SourceFile(
          "schema.yaml",
          """
          subjects: { user: { attributes: { level: int } } }
          resources: { document: { tenant-isolated: false, actions: [read] } }
          """);

  private final List<LoadStage> finished = new ArrayList<>();

  @Test
  void hearsOfEachStageInItsOrder() {
    LoadResult result = load("policy: p\nresource: document\nrules: [{ permit: read, id: all }]\n");

    assertThat(result.report()).isEmpty();
    assertThat(finished).containsExactly(LoadStage.values());
  }

  @Test
  void hearsOfNoStageFromTheOneOnThatFoundErrors() {
    load("policy: p\nresource: document\nrules: [{ permit: read, id: all, when: nonsense }]\n");

    assertThat(finished).containsExactly(LoadStage.PARSE);
  }

  private LoadResult load(String policy) {
    return SnapshotLoader.load(
        List.of(SCHEMA, new SourceFile("p.policy.yaml", policy)),
        "r1",
        LoadOptions.DEFAULT,
        finished::add);
  }
}
