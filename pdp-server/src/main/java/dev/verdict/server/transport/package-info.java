/**
 * What every HTTP door has: event loops, bounds, deadlines, request ids, and one answer to each
 * call.
 *
 * <p>Start at {@link dev.verdict.server.transport.HttpListener}; {@link
 * dev.verdict.server.transport.Endpoint} is what a door implements. Knows nothing of decisions.
 * Depends on {@code json}, {@code refusal} and {@code configuration}.
 */
@NullMarked
package dev.verdict.server.transport;

import org.jspecify.annotations.NullMarked;
