package dev.verdict.policy.schema;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The types that references may be of, and what each may lie in. Immutable. */
public final class EntityTypes {

  private final Map<String, List<String>> containers;

  /**
   * @param containers by type, what its entities may lie in directly
   */
  public EntityTypes(Map<String, List<String>> containers) {
    this.containers = Map.copyOf(containers);
  }

  public Set<String> names() {
    return containers.keySet();
  }

  /** What entities of a type may lie in directly. */
  public List<String> containersOf(String type) {
    return containers.getOrDefault(type, List.of());
  }

  /** What entities of a type may lie in over any number of steps, sorted. */
  public Set<String> allContainersOf(String type) {
    var found = new TreeSet<String>();
    var open = new ArrayDeque<>(containersOf(type));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (found.add(next)) {
        open.addAll(containersOf(next));
      }
    }
    return found;
  }
}
