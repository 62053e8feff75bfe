package dev.verdict.benchmarks.condition;

import dev.verdict.benchmarks.stages.Stages;
import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.checked.CheckedRule;
import dev.verdict.policy.expression.Expression;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The measured condition, typed: six comparisons of attributes, of which one is needed only where
 * another fails. Of several, each compares with a status of its own, so that no two are the same.
 */
record CheckedConditions(CheckedPolicySet policies, List<Expression> conditions) {

  /** The resource type that the conditions speak of. */
  static final String RESOURCE = "invoice";

  /** How an author writes it, with another status in each. */
  static final String TEXT =
      "subject.tenant == resource.tenant"
          + " && 'invoices:read' =~ subject.scopes"
          + " && (resource.owner == subject.id || 'accountant' =~ subject.roles)"
          + " && resource.status != '%s'"
          + " && subject.level >= resource.level";

  /** The status of the first condition, and of the only one where there is only one. */
  static final String STATUS = "locked";

  private static final String SCHEMA =
      """
      subjects:
        user:
          attributes: { tenant: string, level: int, scopes: set<string>, roles: set<string> }
      resources:
        invoice:
          actions: [read]
          attributes: { tenant: string, owner: string, status: string, level: int }
      """;

  static CheckedConditions of(int count) {
    CheckedPolicySet policies = Stages.check(SCHEMA, policy(count));
    return new CheckedConditions(
        policies,
        policies.rules().stream()
            .map(CheckedRule::condition)
            .map(condition -> condition.orElseThrow())
            .toList());
  }

  private static String policy(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "  - permit: read\n    id: rule%d\n    when: %s\n"
                    .formatted(i, TEXT.formatted(i == 0 ? STATUS : STATUS + i)))
        .collect(Collectors.joining("", "policy: invoice\nresource: invoice\nrules:\n", ""));
  }
}
