package dev.verdict.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;

/** Counts the lookups in one cache, by whether something was found, and shows what it holds. */
final class LookupMeters {

  private final MeterRegistry registry;
  private final String cache;
  private final Counter hits;
  private final Counter misses;

  /**
   * @param cache the first words of the names of its meters
   * @param description of its lookups
   */
  LookupMeters(MeterRegistry registry, String cache, String description) {
    this.registry = registry;
    this.cache = cache;
    this.hits = lookups("hit", description);
    this.misses = lookups("miss", description);
  }

  void hit() {
    hits.increment();
  }

  void miss() {
    misses.increment();
  }

  /** Shows from now on how many bytes it takes. */
  void watch(LongSupplier bytes, String description) {
    Gauge.builder(cache + ".bytes", bytes::getAsLong)
        .description(description)
        .baseUnit("bytes")
        .register(registry);
  }

  private Counter lookups(String result, String description) {
    return Counter.builder(cache + ".lookups")
        .description(description)
        .tag("result", result)
        .register(registry);
  }
}
