/**
 * Counters and timers under Prometheus names.
 *
 * <p>Start at {@link dev.verdict.server.metrics.ServerMetrics}, which has a part for each thing
 * that is counted; {@link dev.verdict.server.metrics.MeteredDecisions} stands around a decision
 * service. Label values are closed sets, but for the names of policies, which are bounded: never an
 * id, a tenant or a path. Depends on those whose words it counts ({@code cache}, {@code
 * connection}, {@code decision}, {@code identity}, {@code refusal}, {@code repository}); only the
 * wiring depends on it.
 */
@NullMarked
package dev.verdict.server.metrics;

import org.jspecify.annotations.NullMarked;
