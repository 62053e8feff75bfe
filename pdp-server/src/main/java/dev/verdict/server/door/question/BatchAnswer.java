package dev.verdict.server.door.question;

import dev.verdict.policy.decision.Decision;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.refusal.Refusal;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers to a batch, as far as it goes. */
public final class BatchAnswer {

  private final List<@Nullable Refusal> refusals;
  private final List<Decision> decisions;
  private final BitSet detailed;
  private final BatchSemantic semantic;

  /**
   * Puts refused and decided items in their order.
   *
   * @param refusals for each item, null where it was admitted; ends with the item that ended the
   *     batch by being refused
   * @param decisions of the admitted items; ends with the one that ended the batch
   * @param detailed which of them are to be told with details, counted from 0
   */
  BatchAnswer(
      List<@Nullable Refusal> refusals,
      List<Decision> decisions,
      BitSet detailed,
      BatchSemantic semantic) {
    this.refusals = refusals;
    this.decisions = decisions;
    this.detailed = detailed;
    this.semantic = semantic;
  }

  /** Visits the answers in the order of the items. */
  public void forEach(Visitor visitor) {
    int next = 0;
    for (Refusal refusal : refusals) {
      if (refusal != null) {
        visitor.refused(refusal);
        continue;
      }
      Decision decision = decisions.get(next);
      if (detailed.get(next++)) {
        visitor.detailed(decision);
      } else {
        visitor.decided(decision);
      }
      if (semantic.endsWith(decision.permitted())) {
        return;
      }
    }
  }

  /** What to do with one answer. */
  public interface Visitor {

    void decided(Decision decision);

    /** The item, or the batch as a whole, asked for details. */
    void detailed(Decision decision);

    /** The item is a deny that no rule made. */
    void refused(Refusal refusal);
  }
}
