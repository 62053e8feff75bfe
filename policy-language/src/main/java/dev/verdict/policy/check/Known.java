package dev.verdict.policy.check;

import java.util.HashSet;
import java.util.Set;

/**
 * What is known where an expression stands.
 *
 * @param present what may be absent elsewhere and is not here
 */
record Known(Set<Place> present) {

  /** Of a whole condition, or of a variable. */
  static final Known NOTHING = new Known(Set.of());

  Known {
    present = Set.copyOf(present);
  }

  /** The same where more is present. */
  Known and(Set<Place> more) {
    var all = new HashSet<>(present);
    all.addAll(more);
    return new Known(all);
  }
}
