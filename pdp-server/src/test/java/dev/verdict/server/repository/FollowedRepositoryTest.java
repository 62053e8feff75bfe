package dev.verdict.server.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.server.decision.Asks;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.decision.EvaluatedDecisions;
import dev.verdict.server.decision.SnapshotDecisions;
import dev.verdict.server.repository.directory.DirectorySource;
import dev.verdict.server.repository.git.GitFixture;
import dev.verdict.server.repository.git.GitLocation;
import dev.verdict.server.repository.git.GitSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files, real commits, the real loader, and the follower's own thread. */
class FollowedRepositoryTest {

  private static final Duration INTERVAL = Duration.ofMillis(20);
  private static final String BROKEN =
      SmallPolicies.documentsFor("alice").replace("subject.id ==", "subject.idd ==");

  @TempDir private Path temporary;
  private final ActiveSnapshot active = new ActiveSnapshot();
  private final DecisionService decisions = new SnapshotDecisions(active, new EvaluatedDecisions());
  private final Events events = new Events();
  private Path directory;
  private GitFixture git;
  private RepositoryFollower follower;

  @BeforeEach
  void makeRepositories() throws IOException {
    directory = Files.createDirectory(temporary.resolve("policies"));
    git = new GitFixture(temporary.resolve("policies.git"));
    for (SourceFile file : SmallPolicies.filesFor("alice")) {
      Files.writeString(directory.resolve(file.path()), file.text());
      git.file(file.path(), file.text());
    }
  }

  @AfterEach
  void stop() {
    follower.close();
    git.close();
  }

  @Test
  void anEditedFileChangesTheDecision() throws Exception {
    follow(DirectorySource.followed(directory, InstantSource.system(), Limits.STANDARD));
    assertThat(mayRead("alice")).isTrue();

    edit("document.policy.yaml", SmallPolicies.documentsFor("bob12"));
    events.await("activated");

    assertThat(mayRead("alice")).isFalse();
    assertThat(mayRead("bob12")).isTrue();
  }

  @Test
  void aWarningThatTheRepositoryDoesNotPutUpWithChangesNothing() throws Exception {
    follow(DirectorySource.followed(directory, InstantSource.system(), Limits.STANDARD));

    edit("verdict.yaml", "warnings-as-errors: [unused-variable]");
    events.await("activated");
    edit(
        "document.policy.yaml",
        SmallPolicies.documentsFor("bob12").replace("rules:", "let: { unused: true }\nrules:"));
    events.await("rejected");

    assertThat(mayRead("alice")).isTrue();
    assertThat(mayRead("bob12")).isFalse();
    assertThat(failure().report()).contains("error[unused-variable]");
  }

  @Test
  void aBrokenEditIsReportedWithItsPlaceAndChangesNothing() throws Exception {
    follow(DirectorySource.followed(directory, InstantSource.system(), Limits.STANDARD));

    edit("document.policy.yaml", BROKEN);
    events.await("rejected");

    assertThat(mayRead("alice")).isTrue();
    assertThat(failure().report())
        .contains("document.policy.yaml:6:11: error[unknown-attribute]")
        .contains("subject.idd")
        .contains("^");
    edit("document.policy.yaml", SmallPolicies.documentsFor("alice"));
    events.await("recovered");
    assertThat(follower.status().orElseThrow().lastFailure()).isEmpty();
  }

  @Test
  void aFileOfTenMegabytesLeavesTheServerServing() throws Exception {
    follow(DirectorySource.followed(directory, InstantSource.system(), Limits.STANDARD));

    edit("huge.policy.yaml", "#".repeat(10_000_000));
    events.await("rejected");

    assertThat(mayRead("alice")).isTrue();
    assertThat(rejected().diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.FILE_TOO_LARGE);
    assertThat(failure().report()).contains("huge.policy.yaml:1:1: error[file-too-large]");
  }

  @Test
  void aPushedCommitChangesTheDecision() throws Exception {
    String first = git.push("main");
    follow(gitSource());
    assertThat(mayRead("alice")).isTrue();
    assertThat(follower.status().orElseThrow().activeRevision()).isEqualTo(first);

    git.file("document.policy.yaml", SmallPolicies.documentsFor("bob"));
    String second = git.push("main");
    events.await("activated");

    assertThat(mayRead("alice")).isFalse();
    assertThat(mayRead("bob")).isTrue();
    assertThat(follower.status().orElseThrow().activeRevision()).isEqualTo(second);
  }

  @Test
  void aBrokenCommitIsReportedWithFileAndLineAndChangesNothing() throws Exception {
    String good = git.push("main");
    follow(gitSource());

    String broken = git.file("document.policy.yaml", BROKEN).push("main");
    events.await("rejected");

    assertThat(mayRead("alice")).isTrue();
    assertThat(follower.status().orElseThrow().activeRevision()).isEqualTo(good);
    assertThat(rejected().revision()).isEqualTo(broken);
    assertThat(failure().report()).contains("document.policy.yaml:6:11: error[unknown-attribute]");
  }

  @Test
  void aCommitWhoseTestsFailChangesNothing() throws Exception {
    git.push("main");
    follow(gitSource());

    git.file("document.policy.yaml", SmallPolicies.documentsFor("bob"));
    git.file(
        "tests/document.test.yaml",
        """
        subjects:
          alice: { type: user, id: alice }
        resources:
          one: { type: document, id: one }
        tests:
          - name: alice reads
            subject: alice
            action: read
            resource: one
            expect: permit
        """);
    git.push("main");
    events.await("rejected");

    assertThat(mayRead("alice")).isTrue();
    assertThat(failure().report()).contains("tests/document.test.yaml:").contains("alice reads");
  }

  @Test
  void aForcedPushIsFollowed() throws Exception {
    git.push("main");
    follow(gitSource());

    git.file("document.policy.yaml", SmallPolicies.documentsFor("bob")).forcePush("main");
    events.await("activated");

    assertThat(mayRead("bob")).isTrue();
  }

  @Test
  void anOutageOfTheGitServerChangesNothingAndEnds() throws Exception {
    git.push("main");
    follow(gitSource());

    Files.move(temporary.resolve("policies.git"), temporary.resolve("gone.git"));
    events.await("unreachable");
    assertThat(mayRead("alice")).isTrue();
    assertThat(failure()).isInstanceOf(LoadFailure.Unreachable.class);

    Files.move(temporary.resolve("gone.git"), temporary.resolve("policies.git"));
    events.await("recovered");
    assertThat(follower.status().orElseThrow().lastFailure()).isEmpty();
  }

  private GitSource gitSource() {
    return new GitSource(
        new GitLocation(git.url(), "main", Optional.empty()),
        temporary,
        1 << 20,
        Duration.ofSeconds(20),
        Limits.STANDARD);
  }

  private void follow(PolicySource source) throws InterruptedException {
    follower =
        new RepositoryFollower(
            source,
            SnapshotLoader::load,
            active,
            events,
            InstantSource.system(),
            RepositoryFollower.newThread(),
            INTERVAL);
    assertThat(follower.start()).isEmpty();
    events.await("activated");
  }

  /** In one step, so that no test depends on how fast this machine writes. */
  private void edit(String path, String text) throws IOException {
    Path written = Files.writeString(temporary.resolve("written"), text);
    Files.move(written, directory.resolve(path), StandardCopyOption.REPLACE_EXISTING);
  }

  private LoadFailure.Rejected rejected() {
    return (LoadFailure.Rejected) failure();
  }

  private LoadFailure failure() {
    return follower.status().orElseThrow().lastFailure().orElseThrow();
  }

  private boolean mayRead(String user) {
    var request = SmallPolicies.reads(user, new Entity("document", "1"), Instant.EPOCH);
    return decisions.decide(Asks.of(request)).value().permitted();
  }

  /** Hands what the follower tells to the thread of the test. */
  private static final class Events implements RepositoryListener {

    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

    /** Fails where another event comes first, or none. */
    void await(String event) throws InterruptedException {
      assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(event);
    }

    @Override
    public void activated(Snapshot snapshot, LoadResult loaded, Duration took) {
      told.add("activated");
    }

    @Override
    public void rejected(LoadFailure.Rejected failure) {
      told.add("rejected");
    }

    @Override
    public void unreachable(LoadFailure.Unreachable failure) {
      told.add("unreachable");
    }

    @Override
    public void recovered(String revision) {
      told.add("recovered");
    }

    @Override
    public void polled(PollOutcome outcome) {}
  }
}
