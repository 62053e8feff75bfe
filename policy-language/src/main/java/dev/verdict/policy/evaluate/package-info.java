/**
 * Request to decision: tenant guard, target index, conditions, combining.
 *
 * <p>Start at {@link dev.verdict.policy.evaluate.Evaluator}. Nothing here throws for what a request
 * or an author holds: errors are values. What a request does not hold may be unknown; then the
 * decision waits for what could change it. Depends on {@code request}, {@code decision}, {@code
 * schema} and {@code data}.
 */
@NullMarked
package dev.verdict.policy.evaluate;

import org.jspecify.annotations.NullMarked;
