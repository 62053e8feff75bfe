package dev.verdict.policy.file.data;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.schema.EntityReference;
import dev.verdict.policy.source.Span;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Gathers all that each entity lies in over any number of steps. Entities with the same containers
 * share one set, since most of a hierarchy is leaves. Circles are harmless: what lies in itself
 * lies in all of the circle.
 */
final class Ancestry {

  private final Map<EntityReference, Set<EntityReference>> containers;
  private final Map<EntityReference, Span> places;
  private final Diagnostics diagnostics;
  private final int maxAncestors;
  private final int maxPairs;
  private int total;

  /**
   * @param containers by entity, what it lies in directly; immutable sets
   * @param places where each entity is described
   */
  Ancestry(
      Map<EntityReference, Set<EntityReference>> containers,
      Map<EntityReference, Span> places,
      Diagnostics diagnostics) {
    this.containers = containers;
    this.places = places;
    this.diagnostics = diagnostics;
    this.maxAncestors = diagnostics.limits().of(Limit.ANCESTORS);
    this.maxPairs = diagnostics.limits().of(Limit.HIERARCHY_PAIRS);
  }

  /** By entity; what is over the bounds is reported, and the rest left out. */
  Map<EntityReference, Set<EntityReference>> all() {
    var gathered = new HashMap<EntityReference, Set<EntityReference>>();
    var shared = new HashMap<Set<EntityReference>, Set<EntityReference>>();
    for (Map.Entry<EntityReference, Set<EntityReference>> entry : containers.entrySet()) {
      Set<EntityReference> ancestors = shared.get(entry.getValue());
      if (ancestors == null) {
        ancestors = gather(entry.getValue());
        shared.put(entry.getValue(), ancestors);
        if (!isBounded(entry.getKey(), ancestors.size())) {
          return gathered;
        }
      }
      gathered.put(entry.getKey(), ancestors);
    }
    return gathered;
  }

  /** Those and all that they lie in, or as many as show that there are too many. */
  private Set<EntityReference> gather(Set<EntityReference> direct) {
    var found = new HashSet<>(direct);
    var open = new ArrayDeque<>(direct);
    while (!open.isEmpty() && found.size() <= maxAncestors) {
      for (EntityReference container : containers.getOrDefault(open.remove(), Set.of())) {
        if (found.add(container)) {
          open.add(container);
        }
      }
    }
    return found.size() == direct.size() ? direct : Set.copyOf(found);
  }

  private boolean isBounded(EntityReference entity, int size) {
    total += size;
    boolean few = size <= maxAncestors;
    if (!few || total > maxPairs) {
      diagnostics.report(
          DiagnosticCode.TOO_MANY,
          places.getOrDefault(entity, Span.startOf("data")),
          few
              ? "the hierarchies are too large: what lies in what comes to more than "
                  + maxPairs
                  + " pairs"
              : "`" + entity.id() + "` lies in more than " + maxAncestors + " others");
      return false;
    }
    return true;
  }
}
