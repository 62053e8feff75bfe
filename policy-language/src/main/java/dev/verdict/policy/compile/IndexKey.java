package dev.verdict.policy.compile;

import dev.verdict.policy.function.ToReference;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something of a request that tells rules apart: the value of an attribute, or all that the
 * references in it lie in.
 *
 * @param slot of the attribute
 * @param byAncestors whether rules are found by what the value lies in, not by the value
 * @param made makes a reference of the value, where that is not one itself
 */
record IndexKey(int slot, boolean byAncestors, Optional<ToReference> made)
    implements Comparable<IndexKey> {

  /** Values first: of them a request has one for each attribute. */
  private static final Comparator<IndexKey> ORDER =
      Comparator.comparing(IndexKey::byAncestors)
          .thenComparing(IndexKey::slot)
          .thenComparing(key -> key.made().map(made -> made.reference().entity()).orElse(""));

  static IndexKey value(int slot) {
    return new IndexKey(slot, /* byAncestors= */ false, Optional.empty());
  }

  static IndexKey ancestors(int slot) {
    return new IndexKey(slot, /* byAncestors= */ true, Optional.empty());
  }

  static IndexKey ancestors(int slot, ToReference made) {
    return new IndexKey(slot, /* byAncestors= */ true, Optional.of(made));
  }

  @Override
  public int compareTo(IndexKey other) {
    return ORDER.compare(this, other);
  }
}
