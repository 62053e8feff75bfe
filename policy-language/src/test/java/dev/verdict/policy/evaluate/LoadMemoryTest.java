package dev.verdict.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.authortest.TestPlan;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.snapshot.LoadListener;
import dev.verdict.policy.snapshot.LoadMemory;
import dev.verdict.policy.snapshot.LoadOptions;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.snapshot.SnapshotTrees;
import dev.verdict.policy.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A load that has others before it has the result of one that has none, whatever was edited. */
class LoadMemoryTest {

  private static final int REPOSITORIES = Integer.getInteger("verdict.edited-repositories", 4);
  private static final int EDITS = 30;
  private static final int REQUESTS = 20;

  /** An explanation costs many times what a decision does. */
  private static final int EXPLAINED = 5;

  /** With coverage, which goes over every rule and part of a condition. */
  private static final LoadOptions OPTIONS =
      LoadOptions.DEFAULT.testing(
          new TestPlan(Optional.empty(), /* run= */ true, /* coverage= */ true));

  @Test
  void aLoadWithAMemoryHasTheSameResultAsOneWithout() {
    long first = Long.getLong("verdict.seed", 1);
    int good = 0;
    for (long seed = first; seed < first + REPOSITORIES; seed++) {
      good += follow(new Random(seed), "seed " + seed);
    }
    assertThat(good).as("good states").isGreaterThan(REPOSITORIES * EDITS / 4);
  }

  /** Edits one repository over and over; how many of its states were good. */
  private static int follow(Random random, String what) {
    var repository = new EditedRepository(random, files(random), files(random));
    var requests = new RandomRequests(random, false);
    var memory = new LoadMemory();
    int good = 0;
    boolean broken = false;
    for (int edit = 0; edit < EDITS; edit++) {
      String revision = "r" + edit;
      LoadResult again =
          SnapshotLoader.load(repository.files(), revision, OPTIONS, LoadListener.SILENT, memory);
      LoadResult anew = SnapshotLoader.load(repository.files(), revision, OPTIONS);
      compare(again, anew, requests, what + ", edit " + edit);
      broken = anew.snapshot().isEmpty();
      good += broken ? 0 : 1;
      repository.edit(broken);
    }
    return good;
  }

  private static void compare(
      LoadResult again, LoadResult anew, RandomRequests requests, String what) {
    assertThat(again.report()).as(what).isEqualTo(anew.report());
    assertThat(again.diagnostics()).as(what).isEqualTo(anew.diagnostics());
    assertThat(again.coverage()).as(what).isEqualTo(anew.coverage());
    assertThat(outcomes(again)).as(what).isEqualTo(outcomes(anew));
    assertThat(again.snapshot().isPresent()).as(what).isEqualTo(anew.snapshot().isPresent());
    if (anew.snapshot().isPresent()) {
      compare(again.snapshot().get(), anew.snapshot().get(), requests, what);
    }
  }

  private static List<String> outcomes(LoadResult result) {
    return result.tests().stream()
        .map(test -> test.span() + " " + test.name() + " " + test.passed())
        .toList();
  }

  private static void compare(Snapshot again, Snapshot anew, RandomRequests requests, String what) {
    assertThat(again.contents()).as(what).isEqualTo(anew.contents());
    assertThat(again.revision()).as(what).isEqualTo(anew.revision());
    assertThat(SnapshotTrees.text(again)).as(what).isEqualTo(SnapshotTrees.text(anew));
    for (int i = 0; i < REQUESTS; i++) {
      AccessRequest request = requests.next();
      assertThat(again.decide(request)).as(what).isEqualTo(anew.decide(request));
      assertThat(again.steps(request)).as(what).isEqualTo(anew.steps(request));
      assertThat(again.cacheability(request)).as(what).isEqualTo(anew.cacheability(request));
      if (i % EXPLAINED == 0) {
        assertThat(again.explain(request)).as(what).isEqualTo(anew.explain(request));
      }
    }
  }

  private static List<SourceFile> files(Random random) {
    var files = new ArrayList<>(new RandomRepository(random).next());
    files.add(
        new SourceFile(
            "verdict.yaml", "format: 1\nwarnings-as-errors: false\nunknown-properties: explain\n"));
    files.add(
        new SourceFile(
            "grants.yaml",
            """
            grants:
              - id: help
                subjects: { type: user, tenant: globex }
                tenant: acme
                resources: [document]
                actions: [read]
                until: 2030-01-01T00:00:00Z
                because: support
            """));
    files.add(
        new SourceFile(
            "tests/fixtures.yaml",
            """
            subjects:
              ann: { type: user, id: ann, tenant: t1, level: 1, name: ann, active: true, teams: [] }
            """));
    files.add(
        new SourceFile(
            "tests/note.test.yaml",
            """
            tests:
              - name: nobody closes a note
                subject: ann
                action: write
                resource: { type: note, id: n, owner: bob, status: draft, home: { country: a } }
                expect: deny
            """));
    return files;
  }
}
