/**
 * What is wrong with a policy repository, as values.
 *
 * <p>Start at {@link dev.verdict.policy.diagnostic.Diagnostic}; stages report to a {@link
 * dev.verdict.policy.diagnostic.Diagnostics} and never throw for what an author wrote. {@link
 * dev.verdict.policy.diagnostic.DiagnosticRenderer} draws the source line with a caret. Depends on
 * {@code source}, {@code text} and {@code limit}.
 */
@NullMarked
package dev.verdict.policy.diagnostic;

import org.jspecify.annotations.NullMarked;
