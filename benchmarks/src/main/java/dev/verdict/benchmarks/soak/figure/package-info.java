/**
 * How something grew, and when something happened.
 *
 * <p>Start at {@link dev.verdict.benchmarks.soak.figure.Series}.
 */
@NullMarked
package dev.verdict.benchmarks.soak.figure;

import org.jspecify.annotations.NullMarked;
