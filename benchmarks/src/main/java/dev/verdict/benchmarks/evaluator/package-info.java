/**
 * The evaluator alone, without a network, against the same rule hand-written in Java.
 *
 * <p>Start at {@link dev.verdict.benchmarks.evaluator.EvaluatorComparison}.
 */
@NullMarked
package dev.verdict.benchmarks.evaluator;

import org.jspecify.annotations.NullMarked;
