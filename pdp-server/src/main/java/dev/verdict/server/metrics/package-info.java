/**
 * Counters and timers under Prometheus names.
 *
 * <p>Start at {@link dev.verdict.server.metrics.ServerMetrics}; {@link
 * dev.verdict.server.metrics.MeteredDecisions} wraps a decision service. Label values are closed
 * sets: never an id, a tenant or a path. Depends on {@code decision} and the policy language.
 */
@NullMarked
package dev.verdict.server.metrics;

import org.jspecify.annotations.NullMarked;
