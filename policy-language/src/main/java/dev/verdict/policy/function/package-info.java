/**
 * The published functions that make one value of others: no request, no clock, no budget.
 *
 * <p>Start at {@link dev.verdict.policy.function.ValueFunction}. A function has a value for its
 * arguments or says that it has none; nothing here throws, and every result is bounded. Depends on
 * {@code schema} and {@code request}.
 */
@NullMarked
package dev.verdict.policy.function;

import org.jspecify.annotations.NullMarked;
