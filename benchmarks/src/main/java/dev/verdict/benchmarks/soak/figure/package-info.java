/**
 * Numbers of a run: latencies, and how something grew.
 *
 * <p>Start at {@link dev.verdict.benchmarks.soak.figure.Latencies}.
 */
@NullMarked
package dev.verdict.benchmarks.soak.figure;

import org.jspecify.annotations.NullMarked;
