/**
 * The text of a condition to a syntax tree with places; names not yet resolved.
 *
 * <p>Start at {@code ConditionParser}, which {@code file} alone calls. JEXL's parser is the front
 * end and is known to one class only; what it must never see is stopped before it by {@code
 * ConditionScanner}, in linear time. Depends on {@code source} and {@code diagnostic}.
 */
@NullMarked
package dev.verdict.policy.syntax;

import org.jspecify.annotations.NullMarked;
