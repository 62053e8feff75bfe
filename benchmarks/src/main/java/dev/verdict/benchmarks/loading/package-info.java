/**
 * From files to a snapshot, in a process that has just started and in one that has loaded before.
 *
 * <p>Start at {@link dev.verdict.benchmarks.loading.LoadingComparison}.
 */
@NullMarked
package dev.verdict.benchmarks.loading;

import org.jspecify.annotations.NullMarked;
