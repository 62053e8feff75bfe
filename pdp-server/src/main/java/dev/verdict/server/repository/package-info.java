/**
 * Where policies come from: a directory or a git repository, read whole, followed, and swapped in.
 *
 * <p>Start at {@code RepositoryFollower}: it polls a {@code PolicySource}, loads what changed off
 * the request path and activates it in one atomic swap; a broken state is reported and the last
 * good one goes on serving. Depends on {@code metrics} and the policy language.
 */
@NullMarked
package dev.verdict.server.repository;

import org.jspecify.annotations.NullMarked;
