package dev.verdict.policy.rename;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names that the texts of an expression are: {@code action.name} is an action of one of these
 * types.
 *
 * @param sort {@link NameSort#TEXT}: they are no names
 * @param owners of the names, for sorts that have some
 */
record NameDomain(NameSort sort, Set<String> owners) {

  static final NameDomain NONE = new NameDomain(NameSort.TEXT, Set.of());

  NameDomain {
    owners = Set.copyOf(owners);
  }

  static NameDomain of(NameSort sort) {
    return new NameDomain(sort, Set.of(""));
  }

  boolean isNone() {
    return sort == NameSort.TEXT;
  }

  /** The first of the two that has names. */
  NameDomain or(NameDomain other) {
    if (isNone() || sort != other.sort) {
      return isNone() ? other : this;
    }
    var both = new TreeSet<>(owners);
    both.addAll(other.owners);
    return new NameDomain(sort, both);
  }

  /** What a text means where one of these names is expected. */
  Set<Name> named(String text) {
    return isNone()
        ? Set.of(Name.of(NameSort.TEXT, text))
        : owners.stream()
            .map(owner -> new Name(sort, owner, text))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a name may be one of these. */
  boolean mayBe(Name name) {
    return sort == name.sort() && owners.contains(name.owner());
  }
}
