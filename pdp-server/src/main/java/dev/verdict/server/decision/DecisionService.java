package dev.verdict.server.decision;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.request.AccessRequest;
import java.util.List;

/**
 * Decides access requests by the active snapshot. Every door calls this and nothing else, so a
 * decision never depends on the door. Never blocks; safe for use by many threads at once.
 */
public interface DecisionService {

  /** One decision, by the snapshot that is active now. */
  Decision decide(AccessRequest request);

  /** One decision for each request, in order, all by the same snapshot. */
  List<Decision> decideAll(List<AccessRequest> requests);

  /** The same decision as {@link #decide}, and how each candidate rule fared. */
  Explanation explain(AccessRequest request);
}
