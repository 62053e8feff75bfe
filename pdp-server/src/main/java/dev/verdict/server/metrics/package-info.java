/**
 * Counters and timers under Prometheus names.
 *
 * <p>Start at {@code ServerMetrics}. Label values are closed sets: never an id, a tenant or a path.
 */
@NullMarked
package dev.verdict.server.metrics;

import org.jspecify.annotations.NullMarked;
