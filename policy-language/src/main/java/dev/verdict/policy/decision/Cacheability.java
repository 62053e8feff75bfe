package dev.verdict.policy.decision;

import java.time.Instant;

/**
 * For which later requests a decision holds, if they ask the same by the same snapshot.
 *
 * <p>Whoever remembers decisions asks {@link #holdsAt} and needs no rule of its own.
 */
public sealed interface Cacheability {

  /** For none: the decision came of an error, or of a rule that reads the time. */
  Cacheability NEVER = new Never();

  /** For all. */
  Cacheability WHILE_SNAPSHOT = new WhileSnapshot();

  /** For those made at certain times: until a rule or a grant begins or ends. */
  static Cacheability during(Validity validity) {
    return validity.isAlways() ? WHILE_SNAPSHOT : new During(validity);
  }

  /** Whether the decision holds for a request that is made then. */
  boolean holdsAt(Instant now);

  /** See {@link Cacheability#NEVER}. */
  record Never() implements Cacheability {
    @Override
    public boolean holdsAt(Instant now) {
      return false;
    }
  }

  /** See {@link Cacheability#WHILE_SNAPSHOT}. */
  record WhileSnapshot() implements Cacheability {
    @Override
    public boolean holdsAt(Instant now) {
      return true;
    }
  }

  /** See {@link Cacheability#during}. */
  record During(Validity validity) implements Cacheability {
    @Override
    public boolean holdsAt(Instant now) {
      return validity.includes(now);
    }
  }
}
