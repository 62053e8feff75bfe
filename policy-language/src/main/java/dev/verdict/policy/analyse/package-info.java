/**
 * What is suspicious about policies that are free of errors: rules that change nothing, conditions
 * that say nothing, actions that nobody may do, secrets on their way out.
 *
 * <p>Start at {@link dev.verdict.policy.analyse.PolicyAnalysis}. A warning where it may be meant,
 * an error where a name that is compared does not exist. Depends on {@code tree}, {@code
 * expression}, {@code schema}, {@code decision}, {@code diagnostic}, {@code memory} and what {@code
 * file} says is declared.
 */
@NullMarked
package dev.verdict.policy.analyse;

import org.jspecify.annotations.NullMarked;
