package dev.verdict.server.cache;

import dev.verdict.policy.request.AccessRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long decisions take on average, by resource type and action. Takes a fixed amount of memory:
 * several actions may share an average, which costs time and changes no decision. Safe for use by
 * many threads at once; a measurement that comes between two others may get lost.
 */
public final class DecisionCosts {

  private static final int SLOTS = 1 << 10;
  private static final int MULTIPLIER = 31;

  /** The part that a new measurement has in the average. */
  private static final int WEIGHT = 8;

  /** More is counted as so much, so that a single long wait is soon forgotten. */
  private static final int MOST = 8;

  private final long dear;
  private final AtomicLongArray averages = new AtomicLongArray(SLOTS);

  /**
   * Nothing is measured yet.
   *
   * @param dear from which average on decisions are dear
   */
  public DecisionCosts(Duration dear) {
    this.dear = dear.toNanos();
  }

  /** Whether decisions like this one take long. */
  boolean areDear(AccessRequest request) {
    return averages.get(slot(request)) >= dear;
  }

  /** A decision took so many nanoseconds. */
  void measured(AccessRequest request, long nanoseconds) {
    int slot = slot(request);
    long average = averages.get(slot);
    long counted = Math.min(nanoseconds, MOST * Math.max(dear, average));
    averages.setOpaque(slot, average + (counted - average) / WEIGHT);
  }

  private static int slot(AccessRequest request) {
    int hash =
        MULTIPLIER * request.resource().type().hashCode() + request.action().name().hashCode();
    return (hash ^ hash >>> Short.SIZE) & SLOTS - 1;
  }
}
