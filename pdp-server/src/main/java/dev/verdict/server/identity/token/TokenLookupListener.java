package dev.verdict.server.identity.token;

/** Hears of every token, on the thread of the request. Must be quick. */
public interface TokenLookupListener {

  /** The token was verified before and is still good. */
  void tokenKnown();

  /** It has to be verified. */
  void tokenUnknown();
}
