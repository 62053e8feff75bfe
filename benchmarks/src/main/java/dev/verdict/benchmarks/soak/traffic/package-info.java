/**
 * What honest callers ask meanwhile: questions of known answers, at a constant rate.
 *
 * <p>Start at {@link dev.verdict.benchmarks.soak.traffic.OpenLoop}.
 */
@NullMarked
package dev.verdict.benchmarks.soak.traffic;

import org.jspecify.annotations.NullMarked;
