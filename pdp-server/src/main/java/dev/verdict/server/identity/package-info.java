/**
 * Who asks: verifies tokens and says which subject a caller may speak for.
 *
 * <p>Start at {@link dev.verdict.server.identity.IdentityGate}, which {@link
 * dev.verdict.server.identity.IdentityGates} makes. The only package that knows the JWT library.
 * Depends on {@code configuration} and on the policy language's requests.
 */
@NullMarked
package dev.verdict.server.identity;

import org.jspecify.annotations.NullMarked;
