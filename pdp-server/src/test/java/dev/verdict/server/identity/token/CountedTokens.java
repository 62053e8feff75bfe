package dev.verdict.server.identity.token;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often tokens were known and were not. */
public final class CountedTokens implements TokenLookupListener {

  public final AtomicInteger known = new AtomicInteger();
  public final AtomicInteger unknown = new AtomicInteger();

  @Override
  public void tokenKnown() {
    known.incrementAndGet();
  }

  @Override
  public void tokenUnknown() {
    unknown.incrementAndGet();
  }
}
