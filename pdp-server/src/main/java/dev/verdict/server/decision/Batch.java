package dev.verdict.server.decision;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.eventual.Eventual;
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
   * Decides all that is not yet decided. To be called once from outside.
   *
   * @throws AnswerTooLargeException where all of it together is
   */
  Eventual<List<Decision>> decide() {
    while (decided.size() < asks.size()) {
      Eventual<Decision> next = decider.decide(asks.get(decided.size()), snapshot);
      if (!next.isDone()) {
        return next.flatMap(decision -> endsWith(decision) ? answer() : rest());
      }
      if (endsWith(next.value())) {
        break;
      }
      if (turns.over()) {
        return rest();
      }
    }
    return answer();
  }

  private Eventual<List<Decision>> rest() {
    return decided.size() < asks.size() ? turns.next(this::decide) : answer();
  }

  private boolean endsWith(Decision decision) {
    decided.add(decision);
    if (size.add(decision).isTooLarge()) {
      throw new AnswerTooLargeException();
    }
    return semantic.endsWith(decision.permitted());
  }

  private Eventual<List<Decision>> answer() {
    return Eventual.of(Collections.unmodifiableList(decided));
  }
}
