package dev.verdict.server.decision;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Turns;
import java.util.List;

/**
 * Decides by the active snapshot. Every door calls this and nothing else, so a decision never
 * depends on the door. Never blocks: a result is there at once where everything is known, and comes
 * later on another thread where something must be fetched first. Safe for use by many threads at
 * once.
 */
public interface DecisionService {

  /** One decision, by the snapshot that is active now. */
  Eventual<Decision> decide(Ask ask);

  /**
   * Decisions in the order of the asks, all by the same snapshot. Nothing is decided after the
   * decision that ends the batch, so there may be fewer decisions than asks.
   *
   * <p>Where the decisions together are more than an answer may hold, it fails with an {@link
   * AnswerTooLargeException}, or throws it.
   *
   * @param turns after how much work others go first
   */
  Eventual<List<Decision>> decideAll(List<Ask> asks, BatchSemantic semantic, Turns turns);

  /** The same decision as {@link #decide}, and how each candidate rule fared. */
  Eventual<Explanation> explain(Ask ask);
}
