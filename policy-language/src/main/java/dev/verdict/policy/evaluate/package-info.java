/**
 * Request to decision: tenant guard, target index, conditions, combining.
 *
 * <p>Start at {@link dev.verdict.policy.evaluate.Evaluator}. Nothing here throws for what a request
 * or an author holds: errors are values. What a request does not hold may be unknown; then the
 * decision waits for what could change it. What is evaluated was compiled from the {@code tree},
 * and explanations walk that. Depends on {@code request}, {@code decision}, {@code schema}, {@code
 * data}, {@code text}, {@code work}, {@code function}, {@code expression}, {@code condition} and
 * {@code tree}.
 */
@NullMarked
package dev.verdict.policy.evaluate;

import org.jspecify.annotations.NullMarked;
