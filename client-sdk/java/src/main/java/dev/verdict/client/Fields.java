package dev.verdict.client;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which properties of the resource a permit covers. Show or change only those; a permit never
 * covers nothing.
 */
public final class Fields {

  /** Every property. */
  public static final Fields ALL = new Fields(true, Set.of());

  /** No property: what a deny covers. */
  public static final Fields NONE = new Fields(false, Set.of());

  private final boolean complement;
  private final Set<String> names;

  private Fields(boolean complement, Set<String> names) {
    this.complement = complement;
    this.names = Set.copyOf(names);
  }

  /** These properties and no others. */
  public static Fields only(Set<String> names) {
    return new Fields(false, names);
  }

  /** Every property but these. */
  public static Fields except(Set<String> names) {
    return new Fields(true, names);
  }

  /** Whether the permit covers that property. */
  public boolean covers(String name) {
    return names.contains(name) != complement;
  }

  /** Whether every property is covered. */
  public boolean isAll() {
    return complement && names.isEmpty();
  }

  /** Whether no property is covered. */
  public boolean isNone() {
    return !complement && names.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fields fields
        && complement == fields.complement
        && names.equals(fields.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode() + Boolean.hashCode(complement);
  }

  @Override
  public String toString() {
    return (complement ? "except" : "only") + new TreeSet<>(names);
  }
}
