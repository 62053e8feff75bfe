/**
 * Verifies tokens and makes subjects of their claims.
 *
 * <p>Start at {@link dev.verdict.server.identity.token.TokenVerifier}. Depends on {@code
 * identity.key}, {@code configuration}, {@code eventual} and {@code weight}.
 */
@NullMarked
package dev.verdict.server.identity.token;

import org.jspecify.annotations.NullMarked;
