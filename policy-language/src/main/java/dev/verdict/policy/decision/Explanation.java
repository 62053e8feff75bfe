package dev.verdict.policy.decision;

import dev.verdict.policy.request.RequestAttribute;
import java.util.List;

/**
 * A decision and how it came about.
 *
 * @param decision the same as without an explanation
 * @param passes of the subject, then of the actor where it came to that
 */
public record Explanation(Decision decision, List<PassTrace> passes) {

  /** So many rules are shown of one pass: nobody reads more, and each takes memory. */
  public static final int MAX_RULES = 200;

  public Explanation {
    passes = List.copyOf(passes);
  }

  /** How many rules are not shown, in all passes. */
  public int leftOut() {
    return passes.stream().mapToInt(PassTrace::leftOut).sum();
  }

  /** How each candidate rule fared, in all passes. */
  public List<RuleTrace> rules() {
    return passes.stream().flatMap(pass -> pass.rules().stream()).toList();
  }

  /** What the request says in vain in any pass, since what is stored of it counts. */
  public List<RequestAttribute> ignored() {
    return passes.stream().flatMap(pass -> pass.ignored().stream()).distinct().toList();
  }

  /** What the request says and the schema does not know. */
  public List<RequestAttribute> undeclared() {
    return passes.stream().flatMap(pass -> pass.undeclared().stream()).distinct().toList();
  }
}
