package dev.verdict.server.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.policy.source.SourceFile;
import dev.verdict.server.log.CapturedLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class RepositoryFollowerTest {

  @RegisterExtension private final CapturedLog log = CapturedLog.of(RepositoryFollower.class);

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration NEVER = Duration.ofDays(1);

  private final ScriptedSource source = new ScriptedSource();
  private final RecordedEvents heard = new RecordedEvents();
  private final ActiveSnapshot active = new ActiveSnapshot();
  private final RepositoryFollower follower = follower(Snapshots::load, heard, NEVER);

  @AfterEach
  void stop() {
    follower.close();
  }

  @Test
  void theFirstLoadIsDoneWhenStartReturns() {
    assertThat(active.isPresent()).isFalse();
    assertThatThrownBy(active::get).isInstanceOf(IllegalStateException.class);

    assertThat(follower.start()).isEmpty();

    assertThat(active.get().revision()).isEqualTo("r0");
    assertThat(heard.events()).containsExactly("activated r0");
    RepositoryStatus status = follower.status().orElseThrow();
    assertThat(status.source()).isEqualTo("a script");
    assertThat(status.activeRevision()).isEqualTo("r0");
    assertThat(status.activeSince()).isEqualTo(NOW);
    assertThat(status.lastFailure()).isEmpty();
  }

  @Test
  void aBrokenRepositoryIsNotStartedOn() {
    source.holds("r1", "broken");

    LoadFailure failure = follower.start().orElseThrow();

    assertThat(((LoadFailure.Rejected) failure).revision()).isEqualTo("r1");
    assertThat(failure.report()).contains("invoice.policy.yaml:1:1").contains("is broken");
    assertThat(active.isPresent()).isFalse();
    assertThat(follower.status()).isEmpty();
  }

  @Test
  void aRepositoryThatCannotBeReadIsNotStartedOn() {
    source.isGone("no route to it");

    LoadFailure failure = follower.start().orElseThrow();

    assertThat(failure)
        .isEqualTo(new LoadFailure.Unreachable(NOW, LoadFailure.Cause.SOURCE, "no route to it"));
  }

  @Test
  void aNewStateReplacesTheActiveOne() {
    follower.start();
    source.holds("r1", "better");
    follower.look();

    assertThat(active.get().revision()).isEqualTo("r1");
    assertThat(heard.events()).containsExactly("activated r0", "activated r1");
  }

  @Test
  void aBrokenStateLeavesTheActiveOneAndIsToldOnce() {
    follower.start();
    source.holds("r1", "broken");
    follower.look();
    follower.look();

    assertThat(active.get().revision()).isEqualTo("r0");
    assertThat(heard.events()).containsExactly("activated r0", "rejected r1");
    assertThat(heard.polls())
        .containsExactly(PollOutcome.ACTIVATED, PollOutcome.REJECTED, PollOutcome.REJECTED);
    var failure =
        (LoadFailure.Rejected) follower.status().orElseThrow().lastFailure().orElseThrow();
    assertThat(failure.revision()).isEqualTo("r1");
    assertThat(failure.at()).isEqualTo(NOW);
    assertThat(failure.diagnostics()).hasSize(1);
  }

  @Test
  void aStateWithAnUnreadableFileIsNotActivatedHoweverGoodTheOthersAre() {
    follower.start();
    source.holdsUnreadable("r1", "locked.policy.yaml");
    follower.look();

    assertThat(active.get().revision()).isEqualTo("r0");
    assertThat(heard.events()).containsExactly("activated r0", "rejected r1");
    assertThat(follower.status().orElseThrow().lastFailure().orElseThrow().report())
        .contains("locked.policy.yaml:1:1: error[file-unreadable]: the file cannot be read");
  }

  @Test
  void theFailureIsOverWhenTheActiveStateComesBack() {
    follower.start();
    source.holds("r1", "broken");
    follower.look();
    source.holds("r0", "good");
    follower.look();
    follower.look();

    assertThat(follower.status().orElseThrow().lastFailure()).isEmpty();
    assertThat(heard.events()).containsExactly("activated r0", "rejected r1", "recovered r0");
    assertThat(heard.polls().get(2)).isEqualTo(PollOutcome.UNCHANGED);
  }

  @Test
  void theFailureIsOverWhenAGoodStateComes() {
    follower.start();
    source.holds("r1", "broken");
    follower.look();
    source.holds("r2", "good");
    follower.look();

    assertThat(follower.status().orElseThrow().lastFailure()).isEmpty();
    assertThat(active.get().revision()).isEqualTo("r2");
  }

  @Test
  void theSameBrokenStateIsToldAgainAfterAGoodOne() {
    follower.start();
    source.holds("r1", "broken");
    follower.look();
    source.holds("r0", "good");
    follower.look();
    source.holds("r1", "broken");
    follower.look();

    assertThat(heard.events())
        .containsExactly("activated r0", "rejected r1", "recovered r0", "rejected r1");
  }

  @Test
  void anOutageLeavesTheActiveSnapshotAndIsToldOnce() {
    follower.start();
    source.isGone("no route to it");
    follower.look();
    follower.look();

    assertThat(active.get().revision()).isEqualTo("r0");
    assertThat(heard.events()).containsExactly("activated r0", "unreachable no route to it");
    assertThat(follower.status().orElseThrow().lastFailure().orElseThrow().report())
        .isEqualTo("no route to it");

    source.holds("r0", "good");
    follower.look();
    assertThat(heard.events().get(2)).isEqualTo("recovered r0");
    assertThat(follower.status().orElseThrow().lastFailure()).isEmpty();
  }

  @Test
  void anOutageDoesNotHideThatTheRepositoryIsBroken() {
    follower.start();
    source.holds("r1", "broken");
    follower.look();
    source.isGone("no route to it");
    follower.look();
    source.holds("r1", "broken");
    follower.look();

    var failure =
        (LoadFailure.Rejected) follower.status().orElseThrow().lastFailure().orElseThrow();
    assertThat(failure.revision()).isEqualTo("r1");
    assertThat(heard.events())
        .containsExactly("activated r0", "rejected r1", "unreachable no route to it");
  }

  @Test
  void aFaultInALookIsToldAndTheNextLookComes() {
    follower.start();
    source.fails(new IllegalStateException("nobody thought of this"));
    follower.look();

    assertThat(active.get().revision()).isEqualTo("r0");
    assertThat(heard.polls().get(1)).isEqualTo(PollOutcome.UNREACHABLE);
    assertThat(follower.status().orElseThrow().lastFailure().orElseThrow().report())
        .contains("internal error")
        .doesNotContain("nobody thought of this");

    source.holds("r1", "good");
    follower.look();
    assertThat(active.get().revision()).isEqualTo("r1");
    assertThat(follower.status().orElseThrow().lastFailure()).isEmpty();
  }

  @Test
  void aStateWhoseLoadFailedInAFaultIsLoadedAgain() {
    var loads = new int[1];
    PolicyLoading failing =
        (List<SourceFile> files, String revision) -> {
          if (revision.equals("r1") && loads[0]++ == 0) {
            throw new StackOverflowError();
          }
          return Snapshots.load(files, revision);
        };
    try (var other = follower(failing, heard, NEVER)) {
      other.start();
      source.holds("r1", "good");
      other.look();
      assertThat(active.get().revision()).isEqualTo("r0");

      other.look();
      assertThat(active.get().revision()).isEqualTo("r1");
    }
  }

  @Test
  void theLooksGoOnByThemselvesAfterAFault() throws InterruptedException {
    var looks = new CountDownLatch(5);
    PollsOnly failing =
        new PollsOnly(
            outcome -> {
              looks.countDown();
              throw new IllegalStateException("a fault of a listener");
            });
    var counting = new RepositoryListeners(List.of(heard, failing));
    try (var other = follower(Snapshots::load, counting, Duration.ofMillis(1))) {
      other.start();
      source.fails(new IllegalStateException("every time"));

      assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(source.isClosed()).isTrue();
  }

  @Test
  @Timeout(60)
  void aWishedLookIsMadeInTheBackgroundAndWhatCameOfItIsTold() {
    follower.start();
    follower.lookNow();
    awaitLine("event=repository_looked_at source=\"a script\" outcome=unchanged");
    source.holds("r1", "better");
    follower.lookNow();
    awaitLine("event=repository_looked_at source=\"a script\" outcome=activated");

    assertThat(active.get().revision()).isEqualTo("r1");
  }

  /** A wish while another waits is the same wish, so that a flood of them piles up nothing. */
  @Test
  @Timeout(60)
  void aThousandWishesAreFewLooks() throws Exception {
    var looks = new AtomicInteger();
    var inLook = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var waiting =
        new PollsOnly(
            outcome -> {
              if (looks.getAndIncrement() == 1) {
                inLook.countDown();
                awaitUnlessClosing(goOn);
              }
            });
    try (var other = follower(Snapshots::load, waiting, NEVER)) {
      other.start();
      other.lookNow();
      inLook.await();
      for (int i = 0; i < 1_000; i++) {
        other.lookNow();
      }
      goOn.countDown();
      while (log.lines().size() < 2) {
        Thread.onSpinWait();
      }
    }
    assertThat(looks).hasValue(3);
  }

  private static void awaitUnlessClosing(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitLine(String line) {
    while (!log.lines().contains(line)) {
      Thread.onSpinWait();
    }
  }

  private RepositoryFollower follower(
      PolicyLoading loading, RepositoryListener listener, Duration interval) {
    return new RepositoryFollower(
        source,
        loading,
        active,
        listener,
        InstantSource.fixed(NOW),
        RepositoryFollower.newThread(),
        interval);
  }

  /** Hears of looks and nothing else. */
  private record PollsOnly(Consumer<PollOutcome> listener) implements RepositoryListener {

    @Override
    public void activated(
        dev.verdict.policy.snapshot.Snapshot snapshot,
        dev.verdict.policy.snapshot.LoadResult loaded,
        Duration took) {}

    @Override
    public void rejected(LoadFailure.Rejected failure) {}

    @Override
    public void unreachable(LoadFailure.Unreachable failure) {}

    @Override
    public void recovered(String revision) {}

    @Override
    public void polled(PollOutcome outcome) {
      listener.accept(outcome);
    }
  }
}
