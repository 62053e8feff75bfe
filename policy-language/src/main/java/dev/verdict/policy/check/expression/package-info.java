/**
 * Syntax to typed expression: operators, literals, attributes, and what must be guarded.
 *
 * <p>Start at {@code ExpressionChecker}. Which functions and variables there are it asks {@code
 * Functions} and {@code Variables}. Depends on {@code syntax}, {@code schema} and {@code
 * expression}; knows no files.
 */
@NullMarked
package dev.verdict.policy.check.expression;

import org.jspecify.annotations.NullMarked;
