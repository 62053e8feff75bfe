/**
 * Counters and timers under Prometheus names.
 *
 * <p>Start at {@link dev.verdict.server.metrics.ServerMetrics}; {@link
 * dev.verdict.server.metrics.MeteredDecisions} stands around a decision service, {@link
 * dev.verdict.server.metrics.RepositoryMetrics} hears of the policy repository. Label values are
 * closed sets: never an id, a tenant or a path. Depends on those whose words it counts ({@code
 * decision}, {@code identity}, {@code refusal}, {@code repository}); only the wiring depends on it.
 */
@NullMarked
package dev.verdict.server.metrics;

import org.jspecify.annotations.NullMarked;
