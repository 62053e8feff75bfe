package dev.verdict.client;

import java.util.Optional;

/**
 * Why a decision came out as it did.
 *
 * @param code for programs, in lower_snake_case: the PDP's, for example {@code no_rule_matched}, or
 *     the client's own: {@code pdp_unavailable}, {@code pdp_too_slow}, {@code pdp_fault}, {@code
 *     invalid_answer}, {@code obligation_failed}, {@code obligation_not_handled}, {@code
 *     fields_not_handled}, {@code fields_not_granted}
 * @param message one sentence for a person who may know the policies; not for end users
 * @param rule the rule that decided, where one did
 */
public record Reason(String code, String message, Optional<RuleReference> rule) {

  Reason(String code, String message) {
    this(code, message, Optional.empty());
  }
}
