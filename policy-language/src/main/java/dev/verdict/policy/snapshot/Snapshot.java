package dev.verdict.policy.snapshot;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.WorstDecision;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.tree.PolicyTree;
import java.util.List;
import java.util.Set;

/** One compiled, immutable state of a policy repository. Safe for use by many threads at once. */
public final class Snapshot {

  private final String revision;
  private final Contents contents;
  private final PolicyTree policies;
  private final Evaluator evaluator;

  Snapshot(String revision, Contents contents, PolicyTree policies, Evaluator evaluator) {
    this.revision = revision;
    this.contents = contents;
    this.policies = policies;
    this.evaluator = evaluator;
  }

  /** Counts, for people. */
  public record Contents(int files, int policies, int rules, int tests) {}

  /** Names the state of the repository: a git commit or a content hash. */
  public String revision() {
    return revision;
  }

  /** What it was made from. */
  public Contents contents() {
    return contents;
  }

  /** Answers a request; never throws for what a request holds. */
  public Decision decide(AccessRequest request) {
    return evaluator.decide(request);
  }

  /**
   * How many steps of work a decision on the request takes, for tools; more than its budget has
   * where it is closed for that.
   */
  public long steps(AccessRequest request) {
    return evaluator.steps(request);
  }

  /** What a decision on each action costs at worst, the dearest first; for tools. */
  public List<WorstDecision> worstDecisions() {
    return evaluator.worstDecisions();
  }

  /** The same decision with the reasons for it, which takes longer. */
  public Explanation explain(AccessRequest request) {
    return evaluator.explain(request);
  }

  /**
   * For which later requests the decision on a request would hold, as far as is known before it is
   * made.
   */
  public Cacheability cacheability(AccessRequest request) {
    return evaluator.cacheability(request);
  }

  /**
   * The parts of a request with properties that the schema does not know, so that no rule reads
   * them.
   */
  public Set<RequestAttribute.Part> undeclaredParts(AccessRequest request) {
    return evaluator.undeclaredParts(request);
  }

  /** Every rule, guard and grant as expressions. */
  PolicyTree policies() {
    return policies;
  }

  Evaluator evaluator() {
    return evaluator;
  }
}
