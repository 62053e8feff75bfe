package dev.verdict.policy.authortest;

import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.GrantTrace;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.RuleTrace;
import java.util.List;

/** Says in one sentence why a decision came out as it did, for the author of a test. */
final class TestExplanation {

  /** More would bury the ones that matter. */
  private static final int MAX_RULES = 5;

  private static final int MAX_GRANTS = 3;

  private TestExplanation() {}

  static String of(Explanation explanation) {
    var text = new StringBuilder("why: ").append(explanation.decision().reason().message());
    explanation
        .decision()
        .grants()
        .forEach(grant -> text.append("; let across tenants by grant `").append(grant).append('`'));
    List<GrantTrace> ways =
        explanation.passes().stream().flatMap(pass -> pass.closedWays().stream()).toList();
    ways.stream().limit(MAX_GRANTS).forEach(way -> text.append("; ").append(way.sentence()));
    if (ways.size() > MAX_GRANTS) {
      text.append("; and ").append(ways.size() - MAX_GRANTS).append(" more grants");
    }
    List<String> others =
        explanation.rules().stream()
            .flatMap(trace -> trace.detail().map(detail -> sentence(trace, detail)).stream())
            .toList();
    others.stream().limit(MAX_RULES).forEach(other -> text.append("; ").append(other));
    if (others.size() > MAX_RULES) {
      text.append("; and ").append(others.size() - MAX_RULES).append(" more rules");
    }
    return text.toString();
  }

  private static String sentence(RuleTrace trace, String detail) {
    String verb = trace.match() == Match.ERROR ? " failed: " : " does not match: ";
    return trace.rule() + verb + detail + " (" + trace.file() + ":" + trace.line() + ")";
  }
}
