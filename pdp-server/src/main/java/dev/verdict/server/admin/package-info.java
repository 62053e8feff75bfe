/**
 * The operator's door: health, readiness, metrics and the state of the policy repository.
 *
 * <p>Start at {@link dev.verdict.server.admin.AdminDoor}. Depends on {@code repository}, {@code
 * metrics} and what {@code http} has for every HTTP server.
 */
@NullMarked
package dev.verdict.server.admin;

import org.jspecify.annotations.NullMarked;
