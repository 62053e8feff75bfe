/**
 * Typed expressions: every name resolved, every type known, nothing optional unguarded.
 *
 * <p>Start at {@code Expression}. Only the checker makes these. Depends on {@code schema}, {@code
 * function} and {@code source}.
 */
@NullMarked
package dev.verdict.policy.expression;

import org.jspecify.annotations.NullMarked;
