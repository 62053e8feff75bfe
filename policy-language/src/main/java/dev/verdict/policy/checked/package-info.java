/**
 * What checking results in: policies in which every name is declared and every condition is typed.
 *
 * <p>Start at {@code CheckedPolicySet}. Only {@code check} makes these; how they were written down
 * is forgotten but for places. Depends on {@code expression}, {@code schema}, {@code data} and
 * {@code decision}.
 */
@NullMarked
package dev.verdict.policy.checked;

import org.jspecify.annotations.NullMarked;
