/**
 * The tree of the policies to an indexed, evaluable one.
 *
 * <p>Start at {@code PolicyCompiler}. What is the same for all revisions is a {@code
 * CompiledResource}, which each load makes a program of its own of. Depends on {@code tree}, {@code
 * expression}, {@code evaluate} and {@code memory}.
 */
@NullMarked
package dev.verdict.policy.compile;

import org.jspecify.annotations.NullMarked;
