package dev.verdict.server.metrics;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;

/**
 * What the server counts and times, in the Prometheus text format.
 *
 * <p>Every series that can be foreseen exists from the start with zero, so that an alert on its
 * rate works before the first event. Safe for use by many threads at once.
 */
public final class ServerMetrics implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
  private final DecisionMetrics decisions = new DecisionMetrics(registry);
  private final CacheMetrics cache = new CacheMetrics(registry);
  private final UndeclaredPropertyMetrics properties = new UndeclaredPropertyMetrics(registry);
  private final TokenMetrics tokens = new TokenMetrics(registry);
  private final DoorMetrics doors = new DoorMetrics(registry);
  private final RepositoryMetrics repository;

  /**
   * @param clock tells the age of the active snapshot
   */
  public ServerMetrics(Clock clock) {
    repository = new RepositoryMetrics(registry, clock);
    new JvmMemoryMetrics().bindTo(registry);
    garbageCollection.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  /** Of the decisions that are made. */
  public DecisionMetrics decisions() {
    return decisions;
  }

  /** Of the decisions that are remembered. */
  public CacheMetrics cache() {
    return cache;
  }

  /** Of what requests say and the schema does not know. */
  public UndeclaredPropertyMetrics properties() {
    return properties;
  }

  /** Of the tokens that calls bring. */
  public TokenMetrics tokens() {
    return tokens;
  }

  /** Of connections and of calls that are turned away. */
  public DoorMetrics doors() {
    return doors;
  }

  /** Of the policy repository. */
  public RepositoryMetrics repository() {
    return repository;
  }

  /** Everything, as {@code text/plain; version=0.0.4}. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    garbageCollection.close();
    registry.close();
  }
}
