/**
 * How the JMH benchmarks are run and read: thread CPU time and allocation beside the wall clock,
 * medians of all iterations.
 *
 * <p>Start at {@link dev.verdict.benchmarks.measure.JmhRun}.
 */
@NullMarked
package dev.verdict.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
