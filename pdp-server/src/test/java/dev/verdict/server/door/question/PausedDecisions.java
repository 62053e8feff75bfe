package dev.verdict.server.door.question;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.decision.SnapshotDecider;
import dev.verdict.server.decision.SnapshotDecisions;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Promise;
import dev.verdict.server.eventual.Turns;
import dev.verdict.server.repository.SmallPolicies;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what it decides of one batch, and stands still in the middle of it, so that its caller can
 * go away meanwhile. Afterwards each decision takes a millisecond, since what a caller sends, such
 * as that it goes, takes time to arrive.
 */
public final class PausedDecisions implements DecisionService {

  /** The decision before which it stands still, in the second turn. */
  public static final int PAUSE = 100;

  private static final Snapshot SNAPSHOT = SmallPolicies.snapshotFor("alice", "r1");

  private final AtomicInteger decided = new AtomicInteger();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final CompletableFuture<List<Decision>> ended = new CompletableFuture<>();
  private final DecisionService decisions = new SnapshotDecisions(() -> SNAPSHOT, new Counting());

  /** Returns when it stands still. */
  public void awaitPause() throws InterruptedException {
    reached.await();
  }

  /** Has it go on. */
  public void release() {
    released.countDown();
  }

  /** How the batch ends, or ended. */
  public CompletableFuture<List<Decision>> ended() {
    return ended;
  }

  /** How many decisions were made. */
  public int decided() {
    return decided.get();
  }

  @Override
  public Eventual<Decision> decide(Ask ask) {
    return Eventual.of(permit(ask));
  }

  @Override
  public Eventual<List<Decision>> decideAll(List<Ask> asks, BatchSemantic semantic, Turns turns) {
    var answer = new Promise<List<Decision>>();
    decisions
        .decideAll(asks, semantic, turns)
        .whenDone(
            all -> {
              ended.complete(all);
              answer.complete(all);
            },
            fault -> {
              ended.completeExceptionally(fault);
              answer.fail(fault);
            });
    return answer;
  }

  @Override
  public Eventual<Explanation> explain(Ask ask) {
    throw new AssertionError("not asked");
  }

  private static Decision permit(Ask ask) {
    return SNAPSHOT.decide(ask.request());
  }

  private final class Counting implements SnapshotDecider {

    @Override
    public Eventual<Decision> decide(Ask ask, Snapshot snapshot) {
      int number = decided.incrementAndGet();
      try {
        if (number == PAUSE) {
          reached.countDown();
          released.await();
        } else if (number > PAUSE) {
          TimeUnit.MILLISECONDS.sleep(1);
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      return Eventual.of(permit(ask));
    }

    @Override
    public Cacheability cacheability(Ask ask, Snapshot snapshot) {
      return Cacheability.NEVER;
    }
  }
}
