package dev.verdict.server.cache;

/** Hears of every look into the decision cache, on the thread of the request. Must be quick. */
public interface LookupListener {

  /** The decision was there. */
  void cacheHit();

  /** It was not, or the question is too large to be remembered. */
  void cacheMiss();
}
