package dev.verdict.server.cache;

/** Counts what a cache tells. */
public final class CountedLookups implements LookupListener {

  private int hits;
  private int misses;

  @Override
  public void cacheHit() {
    hits++;
  }

  @Override
  public void cacheMiss() {
    misses++;
  }

  public int hits() {
    return hits;
  }

  public int misses() {
    return misses;
  }
}
