package dev.verdict.server.metrics;

import dev.verdict.server.cache.LookupListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;

/** Counts lookups in the decision cache, and shows what it holds. */
public final class CacheMetrics implements LookupListener {

  private final MeterRegistry registry;
  private final Counter hits;
  private final Counter misses;

  CacheMetrics(MeterRegistry registry) {
    this.registry = registry;
    hits = lookup("hit");
    misses = lookup("miss");
  }

  /** A decision was found in the cache. */
  @Override
  public void cacheHit() {
    hits.increment();
  }

  /** A decision was not found in the cache. */
  @Override
  public void cacheMiss() {
    misses.increment();
  }

  /** Shows how much memory remembered decisions take from now on. */
  public void watch(LongSupplier bytes) {
    Gauge.builder("verdict.decision.cache.bytes", bytes::getAsLong)
        .description("About how much memory remembered decisions take")
        .baseUnit("bytes")
        .register(registry);
  }

  private Counter lookup(String result) {
    return Counter.builder("verdict.decision.cache.lookups")
        .description("Lookups in the decision cache")
        .tag("result", result)
        .register(registry);
  }
}
