package dev.verdict.policy.data;

import dev.verdict.policy.schema.EntityReference;
import dev.verdict.policy.schema.StoredAncestry;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which entities lie in which others, by the data of the repository. All that an entity lies in
 * over any number of steps was gathered when the data was read, so a question is a look into a set.
 * Immutable.
 */
public final class Hierarchy implements StoredAncestry {

  /** Nothing lies in anything. */
  public static final Hierarchy NONE = new Hierarchy(Map.of());

  private final Map<EntityReference, Set<EntityReference>> ancestors;

  /**
   * @param ancestors by entity, all that it lies in; entities with the same may share the set
   */
  public Hierarchy(Map<EntityReference, Set<EntityReference>> ancestors) {
    this.ancestors = Map.copyOf(ancestors);
  }

  /** Whether it is stored what the entity lies in, be it in nothing. */
  @Override
  public boolean knows(EntityReference entity) {
    return ancestors.containsKey(entity);
  }

  /** Whether nothing is stored. */
  public boolean isEmpty() {
    return ancestors.isEmpty();
  }

  /** All that is stored that the entity lies in, over any number of steps. */
  public Set<EntityReference> ancestors(EntityReference entity) {
    return ancestors.getOrDefault(entity, Set.of());
  }

  /**
   * Whether the one is the other or lies in it, by what is stored and by what the reference says of
   * itself.
   */
  public boolean isWithin(EntityReference inner, EntityReference outer) {
    if (isStoredWithin(inner, outer)) {
      return true;
    }
    List<EntityReference> asserted = inner.asserted();
    for (int i = 0; i < asserted.size(); i++) {
      if (isStoredWithin(asserted.get(i), outer)) {
        return true;
      }
    }
    return false;
  }

  private boolean isStoredWithin(EntityReference inner, EntityReference outer) {
    if (inner.equals(outer)) {
      return true;
    }
    Set<EntityReference> all = ancestors.get(inner);
    return all != null && all.contains(outer);
  }
}
