package dev.verdict.server.identity.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verdict.server.weight.Weight;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that were verified and are still good. None that was refused comes in here, so nobody can
 * fill it but the issuers. Safe for use by many threads at once.
 */
public final class RememberedTokens {

  /** The objects around a digest and a token, and their share of the table. */
  private static final int ENTRY_BYTES = 512;

  /** No single token may take more than this part of the room. */
  private static final int MIN_ENTRIES = 64;

  private final Cache<TokenDigest, TokenOutcome.Accepted> tokens;
  private final long maxEntryBytes;
  private final TokenLookupListener listener;

  /**
   * @param maxBytes about how much memory they may take together; 0: none is remembered
   */
  public RememberedTokens(long maxBytes, TokenLookupListener listener) {
    this.listener = listener;
    this.maxEntryBytes = maxBytes / MIN_ENTRIES;
    this.tokens =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((TokenDigest digest, TokenOutcome.Accepted token) -> weightOf(token))
            .executor(Runnable::run)
            .build();
  }

  /** The token of that digest, where it would be accepted now; counted as a lookup. */
  TokenOutcome.@Nullable Accepted find(TokenDigest digest, Instant now) {
    TokenOutcome.Accepted known = peek(digest, now);
    if (known == null) {
      listener.tokenUnknown();
    } else {
      listener.tokenKnown();
    }
    return known;
  }

  /** The same, not counted. */
  TokenOutcome.@Nullable Accepted peek(TokenDigest digest, Instant now) {
    TokenOutcome.Accepted known = tokens.getIfPresent(digest);
    if (known == null || known.token().proof().holdsAt(now)) {
      return known;
    }
    tokens.asMap().remove(digest, known);
    return null;
  }

  void remember(TokenDigest digest, TokenOutcome.Accepted token) {
    if (weightOf(token) <= maxEntryBytes) {
      tokens.put(digest, token);
    }
  }

  /** About how much memory is taken, in bytes. */
  public long bytes() {
    tokens.cleanUp();
    return tokens.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  private static int weightOf(TokenOutcome.Accepted accepted) {
    VerifiedToken token = accepted.token();
    var weight = new Weight().raw(ENTRY_BYTES).text(token.holder().id()).entity(token.subject());
    token.actor().ifPresent(weight::entity);
    return weight.capped();
  }
}
