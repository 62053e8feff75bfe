/**
 * Authors' files to a checked policy set: resolves names, checks types, follows guards.
 *
 * <p>Start at {@code PolicyChecker}; {@code InquiryChecker} types a single expression. The rooms
 * below stand in this order, and each uses only those before it: {@code expression}, {@code
 * function}, {@code variable}, {@code role}, {@code rule}. Depends on {@code file}, {@code schema},
 * {@code syntax}, {@code checked} and {@code memory}.
 */
@NullMarked
package dev.verdict.policy.check;

import org.jspecify.annotations.NullMarked;
