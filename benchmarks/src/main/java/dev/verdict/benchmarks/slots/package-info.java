/**
 * From what a door has decoded to what conditions read, beside the decision that follows.
 *
 * <p>Start at {@link dev.verdict.benchmarks.slots.SlotsComparison}.
 */
@NullMarked
package dev.verdict.benchmarks.slots;

import org.jspecify.annotations.NullMarked;
