/**
 * The operator's door: health, readiness, metrics and the state of the policy repository.
 *
 * <p>Start at {@link dev.verdict.server.door.admin.AdminDoor}. Depends on {@code repository},
 * {@code connection}, {@code json}, {@code refusal} and {@code transport}.
 */
@NullMarked
package dev.verdict.server.door.admin;

import org.jspecify.annotations.NullMarked;
