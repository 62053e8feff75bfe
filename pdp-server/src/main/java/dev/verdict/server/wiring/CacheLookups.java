package dev.verdict.server.wiring;

import dev.verdict.server.cache.LookupListener;
import dev.verdict.server.metrics.ServerMetrics;

/** Counts the looks into the decision cache. */
record CacheLookups(ServerMetrics metrics) implements LookupListener {

  @Override
  public void hit() {
    metrics.cacheHit();
  }

  @Override
  public void miss() {
    metrics.cacheMiss();
  }
}
