/**
 * The tree of the policies to an indexed, evaluable one.
 *
 * <p>Start at {@code PolicyCompiler}. Depends on {@code tree}, {@code expression} and {@code
 * evaluate}.
 */
@NullMarked
package dev.verdict.policy.compile;

import org.jspecify.annotations.NullMarked;
