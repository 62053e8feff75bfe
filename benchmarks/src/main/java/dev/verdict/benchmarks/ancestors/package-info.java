/**
 * Many rules that ask what somebody lies in.
 *
 * <p>Start at {@link dev.verdict.benchmarks.ancestors.AncestorsComparison}.
 */
@NullMarked
package dev.verdict.benchmarks.ancestors;

import org.jspecify.annotations.NullMarked;
