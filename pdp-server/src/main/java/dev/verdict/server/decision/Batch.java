package dev.verdict.server.decision;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Promise;
import dev.verdict.server.eventual.Turns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Decides asks one after the other, up to the one that ends the batch. For one thread at a time:
 * what comes after a late decision is decided in a turn of its own, if somebody still waits.
 */
final class Batch {

  private final List<Ask> asks;
  private final BatchSemantic semantic;
  private final Snapshot snapshot;
  private final SnapshotDecider decider;
  private final Turns turns;
  private final AnswerSize size = new AnswerSize();
  private final List<Decision> decided;
  private final Promise<List<Decision>> later = new Promise<>();

  Batch(
      List<Ask> asks,
      BatchSemantic semantic,
      Snapshot snapshot,
      SnapshotDecider decider,
      Turns turns) {
    this.asks = asks;
    this.semantic = semantic;
    this.snapshot = snapshot;
    this.decider = decider;
    this.turns = turns;
    this.decided = new ArrayList<>(asks.size());
  }

  /**
   * Decides all of them. To be called once.
   *
   * @throws AnswerTooLargeException where all of it together is
   */
  Eventual<List<Decision>> decide() {
    return advance() ? Eventual.of(answer()) : later;
  }

  /** Decides what can be decided in this turn; false: the rest comes {@link #later}. */
  private boolean advance() {
    while (decided.size() < asks.size()) {
      Eventual<Decision> next = decider.decide(asks.get(decided.size()), snapshot);
      if (!next.isDone()) {
        next.map(this::endsWith).whenDone(this::goOn, later::fail);
        return false;
      }
      if (endsWith(next.value())) {
        return true;
      }
      if (turns.over()) {
        goOn(/* ended= */ false);
        return false;
      }
    }
    return true;
  }

  /**
   * To be called on any thread. The turns are not nested in each other: a large batch of late
   * decisions would overflow the stack when the last of them comes.
   */
  private void goOn(boolean ended) {
    if (ended) {
      later.complete(answer());
    } else {
      turns
          .next(() -> Eventual.of(advance()))
          .whenDone(
              done -> {
                if (done) {
                  later.complete(answer());
                }
              },
              later::fail);
    }
  }

  /** Takes a decision; whether it is the last. */
  private boolean endsWith(Decision decision) {
    decided.add(decision);
    if (size.add(decision).isTooLarge()) {
      throw new AnswerTooLargeException();
    }
    return decided.size() == asks.size() || semantic.endsWith(decision.permitted());
  }

  private List<Decision> answer() {
    return Collections.unmodifiableList(decided);
  }
}
