/**
 * A server under attack: all hostile shapes beside honest callers, for minutes, and what became of
 * it.
 *
 * <p>Start at {@link dev.verdict.benchmarks.soak.SoakCommand}. {@code server} is the process,
 * {@code traffic} the honest callers, {@code hostile} the attackers, {@code figure} the statistics.
 */
@NullMarked
package dev.verdict.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
