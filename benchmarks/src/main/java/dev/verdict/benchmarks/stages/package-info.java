/**
 * The stages of the policy language by themselves, for benchmarks that begin in the middle of it.
 *
 * <p>Start at {@link dev.verdict.benchmarks.stages.Stages}.
 */
@NullMarked
package dev.verdict.benchmarks.stages;

import org.jspecify.annotations.NullMarked;
