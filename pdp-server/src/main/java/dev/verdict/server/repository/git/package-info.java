/**
 * Policies in a git repository, here or elsewhere.
 *
 * <p>Start at {@link dev.verdict.server.repository.git.GitSource}. The only package that knows the
 * git library. Depends on {@code repository}.
 */
@NullMarked
package dev.verdict.server.repository.git;

import org.jspecify.annotations.NullMarked;
