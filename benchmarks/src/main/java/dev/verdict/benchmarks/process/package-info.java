/**
 * Programs in processes of their own, on a core of their own where the system can, and what Linux
 * and the JVM tell of what they cost.
 *
 * <p>Start at {@link dev.verdict.benchmarks.process.JavaProcess}.
 */
@NullMarked
package dev.verdict.benchmarks.process;

import org.jspecify.annotations.NullMarked;
