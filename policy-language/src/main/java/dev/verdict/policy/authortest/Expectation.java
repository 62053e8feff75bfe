package dev.verdict.policy.authortest;

import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.ReasonCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an author expects of a decision; what is absent is not looked at.
 *
 * @param permitted whether the subject may
 * @param rule the id of the rule that decides
 * @param rules the ids of all rules that permit, or all that deny
 * @param reason why
 * @param fields which properties a permit covers
 * @param obligations all of them
 * @param advice all of it
 * @param grants ids of all cross-tenant grants that it takes
 */
public record Expectation(
    boolean permitted,
    Optional<String> rule,
    Optional<Set<String>> rules,
    Optional<ReasonCode> reason,
    Optional<FieldGrant> fields,
    Optional<List<ExpectedDuty>> obligations,
    Optional<List<ExpectedDuty>> advice,
    Optional<Set<String>> grants) {

  public Expectation {
    rules = rules.map(Set::copyOf);
    obligations = obligations.map(List::copyOf);
    advice = advice.map(List::copyOf);
    grants = grants.map(Set::copyOf);
  }

  /** Of the outcome, and of nothing else. */
  static Expectation of(boolean permitted) {
    return new Expectation(
        permitted,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
