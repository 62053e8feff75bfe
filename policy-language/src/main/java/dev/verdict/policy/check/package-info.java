/**
 * Authors' files to a checked policy set: resolves names, checks types, follows guards.
 *
 * <p>Start at {@code PolicyChecker}. Depends on {@code file}, {@code schema}, {@code syntax} and
 * {@code expression}.
 */
@NullMarked
package dev.verdict.policy.check;

import org.jspecify.annotations.NullMarked;
