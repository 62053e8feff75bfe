package dev.verdict.policy.evaluate;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.AccessRequest;
import java.util.List;

/**
 * Decides access requests against one compiled policy set. Safe for use by many threads at once.
 */
public final class Evaluator {

  /** The decision; never throws for what the request holds. */
  public Decision decide(AccessRequest request) {
    return Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "no rule permits this"), "none");
  }

  /** The same decision, and how each candidate rule fared. For people: costs far more. */
  public Explanation explain(AccessRequest request) {
    return new Explanation(decide(request), List.of());
  }

  /**
   * Whether some decision on this resource type may depend on {@code context.now}, so that it holds
   * for one instant only.
   */
  public boolean dependsOnTime(String resourceType) {
    return !resourceType.isEmpty();
  }
}
