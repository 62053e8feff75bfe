/**
 * What a caller of the server may ask and assert.
 *
 * <p>Start at {@link dev.verdict.server.rights.CallerRights}. Depends on the policy language's
 * requests only.
 */
@NullMarked
package dev.verdict.server.rights;

import org.jspecify.annotations.NullMarked;
