package dev.verdict.policy.decision;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which properties of the resource a permit covers: a set of names, or all but a set of names.
 *
 * @param complement whether {@code names} are those that are <em>not</em> covered
 * @param names property names
 */
public record FieldGrant(boolean complement, Set<String> names) {

  /** Every property. */
  public static final FieldGrant ALL = new FieldGrant(true, Set.of());

  /** No property. */
  public static final FieldGrant NONE = new FieldGrant(false, Set.of());

  public FieldGrant {
    names = Set.copyOf(names);
  }

  /** These properties and no others. */
  public static FieldGrant only(Set<String> names) {
    return new FieldGrant(false, names);
  }

  /** Every property but these. */
  public static FieldGrant except(Set<String> names) {
    return new FieldGrant(true, names);
  }

  public boolean covers(String name) {
    return names.contains(name) != complement;
  }

  public boolean isAll() {
    return complement && names.isEmpty();
  }

  public boolean isNone() {
    return !complement && names.isEmpty();
  }

  /** What either of the two covers. */
  public FieldGrant union(FieldGrant other) {
    if (isAll() || other.isNone()) {
      return this;
    }
    return complemented().intersection(other.complemented()).complemented();
  }

  /** What this covers and the other does not. */
  public FieldGrant minus(FieldGrant other) {
    if (other.isAll()) {
      return NONE;
    }
    return intersection(other.complemented());
  }

  /** What both cover. */
  public FieldGrant intersection(FieldGrant other) {
    if (isAll()) {
      return other;
    }
    if (other.isAll()) {
      return this;
    }
    var result = new TreeSet<String>();
    if (complement && other.complement) {
      result.addAll(names);
      result.addAll(other.names);
      return except(result);
    }
    FieldGrant listed = complement ? other : this;
    FieldGrant filter = complement ? this : other;
    for (String name : listed.names) {
      if (filter.covers(name)) {
        result.add(name);
      }
    }
    return only(result);
  }

  private FieldGrant complemented() {
    return new FieldGrant(!complement, names);
  }
}
