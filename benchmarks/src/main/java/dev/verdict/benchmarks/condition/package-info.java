/**
 * One condition, evaluated in every way that could be thought of: by hand, by our nodes, by a
 * generated class, by JEXL and by CEL.
 *
 * <p>Start at {@link dev.verdict.benchmarks.condition.ConditionComparison}. Nothing here is used by
 * the server.
 */
@NullMarked
package dev.verdict.benchmarks.condition;

import org.jspecify.annotations.NullMarked;
