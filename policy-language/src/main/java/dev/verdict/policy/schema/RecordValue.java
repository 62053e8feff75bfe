package dev.verdict.policy.schema;

import org.jspecify.annotations.Nullable;

/**
 * A record as conditions see it: members are found by their number, as {@link Type.Structure} lists
 * them. Immutable.
 */
public final class RecordValue {

  private final @Nullable Object[] members;

  /**
   * @param members null where absent; not copied, so not to be touched afterwards
   */
  RecordValue(@Nullable Object[] members) {
    this.members = members;
  }

  /** The member as conditions see it; null where it is absent: asked on every request. */
  public @Nullable Object member(int index) {
    return members[index];
  }
}
