package dev.verdict.server.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.SnapshotDecider;
import dev.verdict.server.eventual.Eventual;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Remembers for a short while what another decides.
 *
 * <p>The revision of the snapshot is part of the key, so a new snapshot finds nothing of the old
 * one and nothing ever has to be thrown out for being outdated: what is no longer asked for ages
 * out. How long a decision holds stands in the decision ({@link Cacheability}); nothing else is
 * looked at here. Safe for use by many threads at once; two that ask the same at the same time both
 * decide, so nobody waits.
 */
public final class CachedDecisions implements SnapshotDecider {

  /** The objects around a key and a decision, and their share of the table. */
  private static final int ENTRY_BYTES = 512;

  private final SnapshotDecider decider;

  /** As they are handed out, so that a hit makes no garbage. All are done. */
  private final Cache<DecisionKey, Eventual<Decision>> decisions;

  private final LookupListener listener;

  /**
   * An empty cache.
   *
   * @param decider decides what is not remembered
   * @param maxBytes about how much memory the entries may take together
   * @param timeToLive of an entry
   * @param nanoseconds a clock that never goes back, such as {@code System::nanoTime}
   */
  public CachedDecisions(
      SnapshotDecider decider,
      long maxBytes,
      Duration timeToLive,
      LongSupplier nanoseconds,
      LookupListener listener) {
    this.decider = decider;
    this.decisions =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((DecisionKey key, Eventual<Decision> decision) -> weightOf(key))
            .expireAfterWrite(timeToLive)
            .ticker(nanoseconds::getAsLong)
            .executor(Runnable::run)
            .build();
    this.listener = listener;
  }

  @Override
  public Eventual<Decision> decide(Ask ask, Snapshot snapshot) {
    Instant now = ask.request().now();
    if (!decider.cacheability(ask, snapshot).holdsAt(now)) {
      return decider.decide(ask, snapshot);
    }
    Optional<DecisionKey> key = DecisionKey.of(snapshot.revision(), ask.request());
    Eventual<Decision> remembered = key.isPresent() ? decisions.getIfPresent(key.get()) : null;
    if (remembered != null && remembered.value().cacheability().holdsAt(now)) {
      listener.cacheHit();
      return remembered;
    }
    listener.cacheMiss();
    Eventual<Decision> decision = decider.decide(ask, snapshot);
    return key.isPresent() ? remembered(key.get(), decision, now) : decision;
  }

  @Override
  public Cacheability cacheability(Ask ask, Snapshot snapshot) {
    return decider.cacheability(ask, snapshot);
  }

  private Eventual<Decision> remembered(DecisionKey key, Eventual<Decision> decision, Instant now) {
    if (!decision.isDone()) {
      return decision.flatMap(made -> remembered(key, Eventual.of(made), now));
    }
    if (decision.value().cacheability().holdsAt(now)) {
      decisions.put(key, decision);
    }
    return decision;
  }

  /** What a decision holds of its own comes from the question, so it is no larger than that. */
  private static int weightOf(DecisionKey key) {
    return ENTRY_BYTES + 2 * key.size();
  }
}
