/**
 * A whole server beside programs on the same libraries that do nothing: how many calls it answers,
 * what they cost it, and how long they take.
 *
 * <p>Start at {@link dev.verdict.benchmarks.load.LoadCommand}.
 */
@NullMarked
package dev.verdict.benchmarks.load;

import org.jspecify.annotations.NullMarked;
