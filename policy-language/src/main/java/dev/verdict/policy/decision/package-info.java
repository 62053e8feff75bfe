/**
 * The answer: whether, why, and what else the caller must do.
 *
 * <p>Start at {@link dev.verdict.policy.decision.Decision}, or {@link
 * dev.verdict.policy.decision.PartialDecision} where not everything is known. Depends on {@code
 * request} for the values in obligations.
 */
@NullMarked
package dev.verdict.policy.decision;

import org.jspecify.annotations.NullMarked;
