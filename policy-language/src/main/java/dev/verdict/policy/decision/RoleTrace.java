package dev.verdict.policy.decision;

import dev.verdict.policy.decision.ConditionTrace.State;
import dev.verdict.policy.source.Span;
import java.util.Optional;

/**
 * How a derived role that a rule asks for came out.
 *
 * @param role its name
 * @param state whether the subject has it
 * @param detail what the role requires besides its condition and is not there, or is in error;
 *     absent where it is not that
 * @param span where the condition of the role stands
 * @param condition part by part; absent where it did not matter any more
 */
public record RoleTrace(
    String role,
    State state,
    Optional<String> detail,
    Span span,
    Optional<ConditionTrace> condition) {}
