/**
 * What two states of a policy repository say differently, and which of the authors' questions they
 * answer differently.
 *
 * <p>Start at {@link dev.verdict.policy.difference.RepositoryDifference}. Depends on {@code
 * snapshot} and {@code yaml}; nothing on the way of a decision knows it.
 */
@NullMarked
package dev.verdict.policy.difference;

import org.jspecify.annotations.NullMarked;
