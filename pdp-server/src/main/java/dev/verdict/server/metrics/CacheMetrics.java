package dev.verdict.server.metrics;

import dev.verdict.server.cache.LookupListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;

/** Counts lookups in the decision cache, and shows what it holds. */
public final class CacheMetrics implements LookupListener {

  private final LookupMeters lookups;

  CacheMetrics(MeterRegistry registry) {
    lookups = new LookupMeters(registry, "verdict.decision.cache", "Lookups in the decision cache");
  }

  /** A decision was found in the cache. */
  @Override
  public void cacheHit() {
    lookups.hit();
  }

  /** A decision was not found in the cache. */
  @Override
  public void cacheMiss() {
    lookups.miss();
  }

  /** Shows how much memory remembered decisions take from now on. */
  public void watch(LongSupplier bytes) {
    lookups.watch(bytes, "About how much memory remembered decisions take");
  }
}
