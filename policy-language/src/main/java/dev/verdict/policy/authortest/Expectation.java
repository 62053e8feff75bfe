package dev.verdict.policy.authortest;

import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.ReasonCode;
import java.util.Optional;
import java.util.Set;

/**
 * What an author expects of a decision; what is absent is not looked at.
 *
 * @param permitted whether the subject may
 * @param rule the id of the rule that decides
 * @param reason why
 * @param fields which properties a permit covers
 * @param obligations the ids of all obligations
 */
public record Expectation(
    boolean permitted,
    Optional<String> rule,
    Optional<ReasonCode> reason,
    Optional<FieldGrant> fields,
    Optional<Set<String>> obligations) {

  public Expectation {
    obligations = obligations.map(Set::copyOf);
  }
}
