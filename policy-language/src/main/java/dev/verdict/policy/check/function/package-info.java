/**
 * The published functions of the language and what each takes.
 *
 * <p>Start at {@code FunctionChecker}, which has the table of them; a family of functions is a
 * class. Depends on {@code check.expression} and {@code function}.
 */
@NullMarked
package dev.verdict.policy.check.function;

import org.jspecify.annotations.NullMarked;
