/**
 * The public keys of issuers: reads key sets from files and addresses, and keeps them fresh.
 *
 * <p>Start at {@link dev.verdict.server.identity.key.IssuerKeys}. The only package that knows the
 * JWT library. Depends on {@code configuration}, {@code json} and {@code log}.
 */
@NullMarked
package dev.verdict.server.identity.key;

import org.jspecify.annotations.NullMarked;
