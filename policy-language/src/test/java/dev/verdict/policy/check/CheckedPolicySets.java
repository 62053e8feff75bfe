package dev.verdict.policy.check;

import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.checked.CheckedRule;
import java.util.HashMap;
import java.util.List;

/** Takes rules out of checked policies, to see what difference they make. */
public final class CheckedPolicySets {

  private CheckedPolicySets() {}

  /** The same policies without one rule. */
  public static CheckedPolicySet without(CheckedRule rule, CheckedPolicySet policies) {
    var overlays = new HashMap<String, List<CheckedRule>>();
    policies.overlays().forEach((tenant, rules) -> overlays.put(tenant, without(rule, rules)));
    return new CheckedPolicySet(
        policies.schema(),
        policies.data(),
        without(rule, policies.rules()),
        overlays,
        policies.grants());
  }

  private static List<CheckedRule> without(CheckedRule rule, List<CheckedRule> rules) {
    return rules.stream().filter(other -> !other.reference().equals(rule.reference())).toList();
  }
}
