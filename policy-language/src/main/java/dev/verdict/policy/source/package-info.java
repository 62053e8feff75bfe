/**
 * The text of a policy repository and places in it.
 *
 * <p>Start at {@link dev.verdict.policy.source.SourceFile}, a file as it was handed to us, and
 * {@link dev.verdict.policy.source.Span}, the place every later stage carries along so that a
 * message can point at what the author wrote. Depends on nothing.
 */
@NullMarked
package dev.verdict.policy.source;

import org.jspecify.annotations.NullMarked;
