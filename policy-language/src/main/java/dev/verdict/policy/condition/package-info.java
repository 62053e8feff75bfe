/**
 * Compiled conditions: nodes that evaluate over the slots of one request.
 *
 * <p>Start at {@link dev.verdict.policy.condition.Node} and {@link
 * dev.verdict.policy.condition.Frame}. A node yields a value, or a {@link
 * dev.verdict.policy.condition.NoValue}: an error, or unknown where it depends on attributes that
 * are still to be learned. Nothing here throws for what a request holds, and nothing but arithmetic
 * and functions that make texts makes garbage. Depends on {@code request}, {@code schema}, {@code
 * function}, {@code expression} and {@code data}.
 */
@NullMarked
package dev.verdict.policy.condition;

import org.jspecify.annotations.NullMarked;
