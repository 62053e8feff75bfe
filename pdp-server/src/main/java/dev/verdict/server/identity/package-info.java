/**
 * Who asks: verifies tokens and says which subject a caller may speak for.
 *
 * <p>Start at {@link dev.verdict.server.identity.IdentityGate}, which {@link
 * dev.verdict.server.identity.gate.IdentityGates} makes. What a gate takes and says is here; {@code
 * gate} decides by {@code token}, and that verifies by {@code key}. Depends on the policy
 * language's requests, on {@code rights} and {@code eventual}, and below this package on {@code
 * configuration}, {@code json}, {@code log} and {@code weight}.
 */
@NullMarked
package dev.verdict.server.identity;

import org.jspecify.annotations.NullMarked;
