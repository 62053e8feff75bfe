/**
 * The operator's door: health, readiness, metrics and the state of the policy repository.
 *
 * <p>Start at {@code AdminDoor}. Depends on {@code repository} and {@code metrics}.
 */
@NullMarked
package dev.verdict.server.admin;

import org.jspecify.annotations.NullMarked;
