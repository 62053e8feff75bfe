package dev.verdict.policy.file;

import dev.verdict.policy.syntax.Syntax;
import java.util.Optional;

/**
 * A condition, the definition of a variable or the expression of a property, as written. What it
 * belongs to is checked even where it is not readable: else a spelling mistake in one condition
 * would make the variables that it uses look unused.
 *
 * @param syntax absent, and reported, where the text is no expression of the language
 */
public record WrittenExpression(Optional<Syntax> syntax) {}
