/**
 * What the work of a decision costs, in steps.
 *
 * <p>Start at {@link dev.verdict.policy.work.WorkMeter}, to which work is charged before it is
 * done; {@link dev.verdict.policy.work.Steps} is the price list. A step took two to nine
 * nanoseconds of work where it was measured, so that a budget of steps is a bound of time that
 * every machine counts in the same way. Depends on nothing.
 */
@NullMarked
package dev.verdict.policy.work;

import org.jspecify.annotations.NullMarked;
