package dev.verdict.policy.decision;

import java.util.Optional;

/**
 * Why a decision came out as it did.
 *
 * @param code for programs
 * @param message one sentence for a person. It holds attribute values only where a rule computes
 *     its {@code because} of them, and never of a sensitive one
 * @param rule the rule that decided, where one did
 */
public record Reason(ReasonCode code, String message, Optional<RuleReference> rule) {

  public Reason(ReasonCode code, String message) {
    this(code, message, Optional.empty());
  }
}
