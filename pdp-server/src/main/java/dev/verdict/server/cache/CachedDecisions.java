package dev.verdict.server.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.SnapshotDecider;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.weight.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

  /** No single decision may take more than this part of the room. */
  private static final int MIN_ENTRIES = 64;

  private final SnapshotDecider decider;

  /** As they are handed out, so that a hit makes no garbage. All are done. */
  private final Cache<DecisionKey, Eventual<Decision>> decisions;

  private final long maxEntryBytes;
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
    this.maxEntryBytes = maxBytes / MIN_ENTRIES;
    this.decisions =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(
                (DecisionKey key, Eventual<Decision> decision) -> weightOf(key, decision.value()))
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
    Decision made = decision.value();
    if (made.cacheability().holdsAt(now) && weightOf(key, made) <= maxEntryBytes) {
      decisions.put(key, decision);
    }
    return decision;
  }

  /** About how much memory the remembered decisions take, in bytes. */
  public long bytes() {
    decisions.cleanUp();
    return decisions.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  /** What is shared with the snapshot counts as well: it may be of one that is gone. */
  private static int weightOf(DecisionKey key, Decision decision) {
    var weight = new Weight().raw(ENTRY_BYTES + key.size()).text(decision.reason().message());
    for (Reason other : decision.otherReasons()) {
      weight.object().text(other.message());
    }
    duties(decision.obligations(), weight);
    duties(decision.advice(), weight);
    decision.fields().names().forEach(weight::text);
    decision.grants().forEach(weight::text);
    return weight.capped();
  }

  private static void duties(List<Obligation> duties, Weight weight) {
    for (Obligation duty : duties) {
      weight.object().text(duty.id()).structure(duty.properties());
    }
  }
}
