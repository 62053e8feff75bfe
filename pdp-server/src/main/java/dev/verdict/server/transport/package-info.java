/**
 * What every HTTP server here has: event loops, bounds, deadlines, and one answer to each request.
 *
 * <p>Start at {@link dev.verdict.server.transport.Exchange}. Knows nothing of decisions. Depends on
 * {@code json} and {@code metrics}.
 */
@NullMarked
package dev.verdict.server.transport;

import org.jspecify.annotations.NullMarked;
