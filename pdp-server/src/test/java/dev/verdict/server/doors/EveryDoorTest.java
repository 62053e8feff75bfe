package dev.verdict.server.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.authortest.TestResult;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.server.conformance.PolicyFolder;
import dev.verdict.server.wiring.VerdictServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same facts get the same decision, whichever way a running server is asked. */
class EveryDoorTest {

  private static final Path EXAMPLES = Path.of("..", "policies-examples");

  @TempDir private Path folder;

  /** The questions are those of the example's own tests; the snapshot alone gives the answers. */
  @ParameterizedTest
  @ValueSource(strings = {"invoicing", "todo", "gateway-routes", "multi-tenant"})
  void theQuestionsOfAnExampleGetOneAnswerAtEveryDoor(String example) throws Exception {
    LoadResult loaded =
        SnapshotLoader.load(PolicyFolder.read(EXAMPLES.resolve(example)).files(), "expected");
    Snapshot snapshot = loaded.snapshot().orElseThrow();
    List<AccessRequest> requests =
        loaded.tests().stream().map(TestResult::test).map(test -> asOfNow(test.request())).toList();
    assertThat(requests).hasSizeGreaterThan(5);
    try (VerdictServer server = RunningServer.of(EXAMPLES.resolve(example))) {
      for (Door door : doors(server)) {
        try (door) {
          for (AccessRequest request : requests) {
            Answer expected = Answer.of(snapshot.decide(request));
            Answer answer = door.ask(request);
            assertThat(answer)
                .as(door.getClass().getSimpleName() + " " + request)
                .usingRecursiveComparison()
                .ignoringFields("revision")
                .isEqualTo(expected);
            assertThat(answer.revision()).startsWith("sha256:");
          }
          assertThat(door.askAll(requests))
              .isEqualTo(
                  requests.stream().map(request -> snapshot.decide(request).permitted()).toList());
        }
      }
    }
  }

  /** A server goes by its own clock, whatever the time of an author's test. */
  private static AccessRequest asOfNow(AccessRequest request) {
    return request.at(Instant.now());
  }

  @Test
  void theInteroperabilityDecisionsAreTheSameAtEveryDoor() throws Exception {
    assertThat(TodoDecisions.all()).hasSize(46);
    assertThat(differences(EXAMPLES.resolve("todo"))).isEmpty();
  }

  @Test
  void aChangedRuleIsNoticedAtEveryDoor() throws Exception {
    for (SourceFile file : PolicyFolder.read(EXAMPLES.resolve("todo")).files()) {
      Path copy = folder.resolve(file.path());
      Files.createDirectories(copy.getParent());
      if (!file.path().startsWith("tests/")) {
        Files.writeString(copy, file.text().replace("roles: [editor, admin]", "roles: [admin]"));
      }
    }
    assertThat(differences(folder))
        .anyMatch(difference -> difference.startsWith("HttpCaller"))
        .anyMatch(difference -> difference.startsWith("GrpcCaller"))
        .anyMatch(difference -> difference.startsWith("SdkCaller"));
  }

  private static List<String> differences(Path policies) throws Exception {
    var differences = new ArrayList<String>();
    try (VerdictServer server = RunningServer.of(policies)) {
      for (Door door : doors(server)) {
        try (door) {
          for (TodoDecisions.Expected expected : TodoDecisions.all()) {
            if (door.ask(expected.request()).permitted() != expected.decision()) {
              differences.add(door.getClass().getSimpleName() + " " + expected.place());
            }
          }
        }
      }
    }
    return differences;
  }

  static List<Door> doors(VerdictServer server) {
    return List.of(
        new HttpCaller(server.httpAddress()),
        new GrpcCaller(server.grpcAddress()),
        new SdkCaller(server.grpcAddress()));
  }
}
