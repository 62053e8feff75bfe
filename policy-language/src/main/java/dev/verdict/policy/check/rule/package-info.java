/**
 * Rules and cross-tenant grants: targets, obligations, and what a tenant's overlay may permit.
 *
 * <p>Start at {@code RuleChecker}. Depends on {@code check.role}, {@code check.variable} and {@code
 * file}.
 */
@NullMarked
package dev.verdict.policy.check.rule;

import org.jspecify.annotations.NullMarked;
