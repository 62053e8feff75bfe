/**
 * The files of a policy repository as their authors wrote them: names not yet resolved, conditions
 * not yet parsed.
 *
 * <p>Start at {@link dev.verdict.policy.file.PolicyFile}. Depends on {@code yaml}, {@code schema}
 * (for what may be a name), {@code decision} and {@code request}.
 */
@NullMarked
package dev.verdict.policy.file;

import org.jspecify.annotations.NullMarked;
