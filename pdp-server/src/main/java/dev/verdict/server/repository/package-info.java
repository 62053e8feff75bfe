/**
 * Where policies come from: a directory or a git repository, read whole, followed, and swapped in.
 *
 * <p>Start at {@link dev.verdict.server.repository.RepositoryFollower}: it polls a {@link
 * dev.verdict.server.repository.PolicySource}, loads what changed off the request path and
 * activates it in one atomic swap; a broken state is reported and the last good one goes on
 * serving. The only package that knows the git library. Depends on {@code configuration} and the
 * policy language.
 */
@NullMarked
package dev.verdict.server.repository;

import org.jspecify.annotations.NullMarked;
