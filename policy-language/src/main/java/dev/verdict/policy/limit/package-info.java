/**
 * How large anything may be.
 *
 * <p>Start at {@link dev.verdict.policy.limit.Limit}, which names every bound with its value and
 * its ceiling; {@link dev.verdict.policy.limit.Limits} is what holds in one place, after an
 * operator's settings. Depends on nothing.
 */
@NullMarked
package dev.verdict.policy.limit;

import org.jspecify.annotations.NullMarked;
