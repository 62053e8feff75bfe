/**
 * Where policies come from: a directory or a git repository, read whole, followed, and swapped in.
 *
 * <p>Start at {@link dev.verdict.server.repository.RepositoryFollower}: it polls a {@link
 * dev.verdict.server.repository.PolicySource}, loads what changed off the request path and
 * activates it in one atomic swap; a broken state is reported and the last good one goes on
 * serving. What differs between a directory and git is in {@code directory} and {@code git}, which
 * depend on this package. Depends on the policy language and {@code log}.
 */
@NullMarked
package dev.verdict.server.repository;

import org.jspecify.annotations.NullMarked;
