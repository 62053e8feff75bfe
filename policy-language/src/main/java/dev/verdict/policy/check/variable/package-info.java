/**
 * The variables of a policy and those that it imports: typed once for each target that uses them.
 *
 * <p>Start at {@code VariableChecker}; {@code SharedVariables} has what several policies import.
 * Depends on {@code check.expression}, {@code check.function} and {@code file}.
 */
@NullMarked
package dev.verdict.policy.check.variable;

import org.jspecify.annotations.NullMarked;
