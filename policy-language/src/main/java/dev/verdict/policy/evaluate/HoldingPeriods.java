package dev.verdict.policy.evaluate;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Validity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * For which later requests decisions by some rules or grants hold: from one instant at which
 * something begins or ends until the next. Made when policies are loaded, so that a decision looks
 * up what is ready. Immutable.
 */
public final class HoldingPeriods {

  /** Nothing depends on the time. */
  public static final HoldingPeriods ENDLESS = between(new TreeSet<>());

  /** Something changes with every instant. */
  public static final HoldingPeriods NONE =
      new HoldingPeriods(new Instant[0], new Cacheability[] {Cacheability.NEVER});

  private final Instant[] changes;

  /** One more than changes: before the first, between each two, from the last on. */
  private final Cacheability[] periods;

  private HoldingPeriods(Instant[] changes, Cacheability[] periods) {
    this.changes = changes;
    this.periods = periods;
  }

  /**
   * The periods between some changes.
   *
   * @param changes the instants from which on something is different
   */
  public static HoldingPeriods between(SortedSet<Instant> changes) {
    Instant[] bounds = changes.toArray(Instant[]::new);
    var periods = new Cacheability[bounds.length + 1];
    for (int i = 0; i < periods.length; i++) {
      periods[i] =
          Cacheability.during(
              new Validity(
                  i == 0 ? Optional.empty() : Optional.of(bounds[i - 1]),
                  i == bounds.length ? Optional.empty() : Optional.of(bounds[i])));
    }
    return new HoldingPeriods(bounds, periods);
  }

  /** The periods in which neither these nor others change. */
  public HoldingPeriods and(HoldingPeriods others) {
    if (isNone() || others.isNone()) {
      return NONE;
    }
    if (others.changes.length == 0) {
      return this;
    }
    if (changes.length == 0) {
      return others;
    }
    var all = new TreeSet<Instant>(List.of(changes));
    all.addAll(List.of(others.changes));
    return between(all);
  }

  /** Whether no decision holds for another instant. */
  public boolean isNone() {
    return periods[0].equals(Cacheability.NEVER);
  }

  /** The period that an instant lies in; the same object for all instants of a period. */
  Cacheability at(Instant now) {
    if (changes.length == 0) {
      return periods[0];
    }
    int place = Arrays.binarySearch(changes, now);
    return periods[place >= 0 ? place + 1 : -place - 1];
  }
}
