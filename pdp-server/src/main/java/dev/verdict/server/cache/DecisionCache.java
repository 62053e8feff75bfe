package dev.verdict.server.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.AccessRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Remembers decisions for a short while.
 *
 * <p>The revision of the snapshot is part of the key, so a new snapshot finds nothing of the old
 * one and nothing ever has to be thrown out for being outdated: what is no longer asked for ages
 * out. A decision that came of an error is not remembered, since the error may be gone a moment
 * later. Safe for use by many threads at once; two that ask the same at the same time both decide,
 * so nobody waits.
 */
public final class DecisionCache {

  /** The objects around a key and a decision, and their share of the table. */
  private static final int ENTRY_BYTES = 512;

  private final Cache<DecisionKey, Decision> decisions;
  private final LookupListener listener;

  /**
   * An empty cache.
   *
   * @param maxBytes about how much memory the entries may take together
   * @param timeToLive of an entry
   * @param nanoseconds a clock that never goes back, such as {@code System::nanoTime}
   */
  public DecisionCache(
      long maxBytes, Duration timeToLive, LongSupplier nanoseconds, LookupListener listener) {
    this.decisions =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((DecisionKey key, Decision decision) -> weightOf(key))
            .expireAfterWrite(timeToLive)
            .ticker(nanoseconds::getAsLong)
            .executor(Runnable::run)
            .build();
    this.listener = listener;
  }

  /**
   * The decision on a request: remembered, or made now.
   *
   * @param revision of the snapshot that {@code decider} decides by
   * @param decider whose decisions depend on nothing but the request without its time
   */
  public Decision decide(
      String revision, AccessRequest request, Function<AccessRequest, Decision> decider) {
    Optional<DecisionKey> key = DecisionKey.of(revision, request);
    Decision remembered = key.isPresent() ? decisions.getIfPresent(key.get()) : null;
    if (remembered != null) {
      listener.hit();
      return remembered;
    }
    listener.miss();
    Decision decision = decider.apply(request);
    if (key.isPresent() && decision.reason().code() != ReasonCode.RULE_ERROR) {
      decisions.put(key.get(), decision);
    }
    return decision;
  }

  /** What a decision holds of its own comes from the question, so it is no larger than that. */
  private static int weightOf(DecisionKey key) {
    return ENTRY_BYTES + 2 * key.size();
  }
}
