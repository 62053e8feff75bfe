/**
 * What applies to a resource type and an action, and in which order, for people to look at.
 *
 * <p>Start at {@link dev.verdict.policy.overview.PolicyOverview}. Depends on {@code tree} and
 * {@code decision}; nothing on the way of a decision knows it.
 */
@NullMarked
package dev.verdict.policy.overview;

import org.jspecify.annotations.NullMarked;
