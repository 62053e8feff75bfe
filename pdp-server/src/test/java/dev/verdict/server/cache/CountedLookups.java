package dev.verdict.server.cache;

/** Counts what a cache tells. */
public final class CountedLookups implements LookupListener {

  private int hits;
  private int misses;

  @Override
  public void hit() {
    hits++;
  }

  @Override
  public void miss() {
    misses++;
  }

  public int hits() {
    return hits;
  }

  public int misses() {
    return misses;
  }
}
