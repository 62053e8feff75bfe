/**
 * The policy set as typed expressions: not conditions only, but everything that a decision depends
 * on. Who a rule speaks of and when it is valid, roles and scopes, the tenant guard and the
 * cross-tenant grants are {@code Expression}s here, as if their authors had written them in {@code
 * when}.
 *
 * <p>Start at {@link dev.verdict.policy.tree.PolicyTree}; {@code PolicyLowering} makes it from the
 * checked files and nothing else does. Evaluation is compiled from it; explanation, analysis,
 * coverage and overview walk it. Depends on {@code checked}, {@code expression}, {@code function},
 * {@code schema}, {@code data}, {@code decision}, {@code source} and {@code memory}.
 */
@NullMarked
package dev.verdict.policy.tree;

import org.jspecify.annotations.NullMarked;
