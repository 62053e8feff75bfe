/**
 * What is suspicious about policies that are free of errors: rules that change nothing, conditions
 * that say nothing, actions that nobody may do, secrets on their way out.
 *
 * <p>Start at {@link dev.verdict.policy.analyse.PolicyAnalysis}. Everything here is a warning, and
 * none of it is a guess: what cannot be proven is not reported. Depends on {@code tree}, {@code
 * expression}, {@code schema}, {@code decision} and {@code diagnostic}.
 */
@NullMarked
package dev.verdict.policy.analyse;

import org.jspecify.annotations.NullMarked;
