/**
 * Two ways to load a server, both of which check every answer: a closed loop, whose callers wait
 * for their answers, finds what it can do at most; an open loop, whose schedule waits for nobody,
 * finds how long answers take at a rate.
 *
 * <p>Start at {@link dev.verdict.benchmarks.load.traffic.ClosedLoop} and {@link
 * dev.verdict.benchmarks.load.traffic.OpenLoop}.
 */
@NullMarked
package dev.verdict.benchmarks.load.traffic;

import org.jspecify.annotations.NullMarked;
