/**
 * How much memory values hold, for whatever keeps them.
 *
 * <p>Start at {@link dev.verdict.server.weight.Weight}. Depends on the policy language's requests.
 */
@NullMarked
package dev.verdict.server.weight;

import org.jspecify.annotations.NullMarked;
