/**
 * How fast a decision is, beside what it cannot be faster than.
 *
 * <p>Start at {@link dev.verdict.benchmarks.Benchmarks}, the main class. {@code evaluator} measures
 * the evaluator alone against the same rule hand-written in Java, {@code load} a whole server
 * against programs on the same libraries that do nothing. Both sides of a ratio come from the same
 * run. {@code soak} is of another kind: a whole server under attack, which withstands or does not.
 */
@NullMarked
package dev.verdict.benchmarks;

import org.jspecify.annotations.NullMarked;
