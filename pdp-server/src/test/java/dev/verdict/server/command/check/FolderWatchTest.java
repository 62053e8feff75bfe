package dev.verdict.server.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.snapshot.LoadOptions;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.server.command.folder.PolicyFolder;
import dev.verdict.server.repository.PolicySource;
import dev.verdict.server.repository.SourceReading;
import dev.verdict.server.repository.SourceState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class FolderWatchTest {

  private static final SourceFile SCHEMA =
      new SourceFile(
          "schema.yaml",
          """
          subjects: { user: {} }
          resources: { note: { tenant-isolated: false, actions: [read] } }
          """);
  private static final SourceFile POLICY =
      new SourceFile(
          "note.policy.yaml",
          """
          policy: note
          resource: note
          rules: [{ permit: read, id: all, when: subject.id != 'eve' }]
          """);
  private static final SourceFile OTHER_POLICY =
      new SourceFile(
          "note.policy.yaml",
          """
          policy: note
          resource: note
          rules: [{ permit: read, id: all }]
          """);
  private static final SourceFile BROKEN = new SourceFile("note.policy.yaml", "policy: [");
  private static final SourceFile TESTS =
      new SourceFile(
          "tests/note.test.yaml",
          """
          subjects: { ann: { type: user }, eve: { type: user } }
          resources: { one: { type: note } }
          tests:
            - { name: ann reads, subject: ann, action: read, resource: one, expect: permit }
            - { name: eve does not, subject: eve, action: read, resource: one, expect: deny }
          """);

  /** One reading after the other. */
  private static final class Script implements PolicySource {
    private final Queue<SourceReading> readings = new ArrayDeque<>();
    private final List<Optional<String>> known = new ArrayList<>();

    Script then(SourceFile... files) {
      readings.add(
          new SourceReading.Read(
              new SourceState("r" + readings.size(), List.of(files), List.of())));
      return this;
    }

    Script then(SourceReading reading) {
      readings.add(reading);
      return this;
    }

    @Override
    public String description() {
      return "a script";
    }

    @Override
    public SourceReading read(Optional<String> revision) {
      known.add(revision);
      return readings.remove();
    }

    @Override
    public void close() {}
  }

  private static List<String> watch(Script script) {
    var printed = new ArrayList<String>();
    new FolderWatch(
            script,
            state -> PolicyFolder.load(state, LoadOptions.DEFAULT),
            new TestNews(),
            printed::add,
            () -> !script.readings.isEmpty())
        .run();
    return printed;
  }

  @Test
  void theFirstLookShowsEveryTest() {
    assertThat(watch(new Script().then(SCHEMA, POLICY, TESTS)))
        .containsExactly(
            """
            ok      ann reads (tests/note.test.yaml:4)
            ok      eve does not (tests/note.test.yaml:5)
            2 tests, all passed
            watching; Ctrl-C ends it
            """);
  }

  @Test
  void aChangeShowsWhatFailsAndWhatPassesAgain() {
    List<String> printed =
        watch(
            new Script()
                .then(SCHEMA, POLICY, TESTS)
                .then(SCHEMA, OTHER_POLICY, TESTS)
                .then(SCHEMA, POLICY, TESTS));

    assertThat(printed.get(1))
        .startsWith(
            """

            changed: note.policy.yaml
            FAILED  eve does not (tests/note.test.yaml:5)
                    expected deny, got permit
            """)
        .endsWith("2 tests, 1 failed\n")
        .doesNotContain("ann reads");
    assertThat(printed.get(2))
        .isEqualTo(
            """

            changed: note.policy.yaml
            ok      eve does not (tests/note.test.yaml:5)
            2 tests, all passed
            """);
  }

  @Test
  void filesThatComeAndGoAreNamed() {
    List<String> printed =
        watch(
            new Script()
                .then(SCHEMA, POLICY, TESTS)
                .then(SCHEMA, POLICY)
                .then(SCHEMA, POLICY, TESTS));

    assertThat(printed.get(1)).isEqualTo("\nremoved: tests/note.test.yaml\nno tests\n");
    assertThat(printed.get(2)).isEqualTo("\nadded: tests/note.test.yaml\n2 tests, all passed\n");
  }

  @Test
  void anErrorIsShownInPlaceOfTests() {
    List<String> printed =
        watch(new Script().then(SCHEMA, POLICY, TESTS).then(SCHEMA, BROKEN, TESTS));

    assertThat(printed.get(1))
        .startsWith("\nchanged: note.policy.yaml\nnote.policy.yaml:1:10: error[yaml-syntax]")
        .endsWith("1 error, 0 warnings: not loaded\n");
  }

  @Test
  void whatIsKnownIsNotShownAgain() {
    var script =
        new Script()
            .then(SCHEMA, POLICY, TESTS)
            .then(new SourceReading.Unchanged())
            .then(new SourceReading.Unreachable("there is no directory"))
            .then(new SourceReading.Unreachable("there is no directory"));

    assertThat(watch(script)).hasSize(2).last().isEqualTo("there is no directory\n");
    assertThat(script.known)
        .containsExactly(Optional.empty(), Optional.of("r0"), Optional.of("r0"), Optional.of("r0"));
  }
}
