package dev.verdict.policy.rename;

/**
 * A name and what bears it.
 *
 * @param owner of an attribute, member or action: the name of its type, for an attribute of an
 *     action {@code type.action}; empty for all else
 */
record Name(NameSort sort, String owner, String text) {

  static Name of(NameSort sort, String text) {
    return new Name(sort, "", text);
  }

  /** The same under another name. */
  Name called(String other) {
    return new Name(sort, owner, other);
  }

  /** Whether both are chosen from the same names. */
  boolean isBeside(Name other) {
    return sort == other.sort && owner.equals(other.owner);
  }

  /** As it is written on the command line: {@code invoice.owner}. */
  String label() {
    return owner.isEmpty() ? text : owner + "." + text;
  }
}
