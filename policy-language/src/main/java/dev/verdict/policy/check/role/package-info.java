/**
 * Roles: which include which, and which a subject has by a condition.
 *
 * <p>Start at {@code RolesChecker}. Depends on {@code check.variable} and {@code file}.
 */
@NullMarked
package dev.verdict.policy.check.role;

import org.jspecify.annotations.NullMarked;
