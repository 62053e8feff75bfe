package dev.verdict.policy.decision;

import java.util.List;
import java.util.Optional;

/**
 * How one candidate rule fared.
 *
 * @param rule which
 * @param effect what it would have done
 * @param match whether it matched
 * @param detail which part said no, or what went wrong; where it matched, why it could not say what
 *     its {@code because} computes, if so
 * @param file where that stands; the rule where there is no detail
 * @param line counted from 1
 * @param roles the derived roles that it asks for, as far as that mattered
 * @param condition part by part; absent where there is none, or where the target did not fit
 */
public record RuleTrace(
    RuleReference rule,
    Effect effect,
    Match match,
    Optional<String> detail,
    String file,
    int line,
    List<RoleTrace> roles,
    Optional<ConditionTrace> condition) {

  public RuleTrace {
    roles = List.copyOf(roles);
  }

  /** Of a rule that asks for no derived role. */
  public RuleTrace(
      RuleReference rule,
      Effect effect,
      Match match,
      Optional<String> detail,
      String file,
      int line,
      Optional<ConditionTrace> condition) {
    this(rule, effect, match, detail, file, line, List.of(), condition);
  }

  /** The same, where it asks for derived roles. */
  public RuleTrace with(List<RoleTrace> derived) {
    return new RuleTrace(rule, effect, match, detail, file, line, derived, condition);
  }
}
