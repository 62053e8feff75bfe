/**
 * Lets callers in and says which subject they may speak for.
 *
 * <p>Start at {@link dev.verdict.server.identity.gate.IdentityGates}, which makes the gate that a
 * configuration asks for. Depends on {@code identity.token}, {@code identity.key}, {@code
 * configuration}, {@code eventual} and {@code rights}.
 */
@NullMarked
package dev.verdict.server.identity.gate;

import org.jspecify.annotations.NullMarked;
