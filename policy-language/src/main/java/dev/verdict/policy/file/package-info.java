/**
 * The files of a policy repository as their authors wrote them: conditions are parsed, names not
 * yet resolved.
 *
 * <p>Start at {@link dev.verdict.policy.file.PolicyFile}. Conditions are parsed by {@code
 * ExpressionReader} and by nobody else. Depends on {@code yaml}, {@code syntax}, {@code schema}
 * (for what may be a name), {@code decision}, {@code request} and {@code memory}.
 */
@NullMarked
package dev.verdict.policy.file;

import org.jspecify.annotations.NullMarked;
