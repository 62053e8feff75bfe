/**
 * The first decisions of a new snapshot in a process that has decided by others before.
 *
 * <p>Start at {@link dev.verdict.benchmarks.reload.ReloadComparison}.
 */
@NullMarked
package dev.verdict.benchmarks.reload;

import org.jspecify.annotations.NullMarked;
