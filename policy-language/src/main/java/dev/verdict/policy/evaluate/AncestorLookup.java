package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.data.Hierarchy;
import dev.verdict.policy.function.ToReference;
import dev.verdict.policy.schema.EntityReference;
import dev.verdict.policy.work.Steps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rules that hold only for what is one of some entities or lies in it, found by all that the
 * references in one attribute lie in, stored and asserted.
 *
 * <p>Either each of these ancestors is looked up among the entities that rules name, or each such
 * entity among the ancestors: whatever takes fewer looks.
 */
public final class AncestorLookup implements RuleIndex {

  /**
   * Rules that hold within the same entities.
   *
   * @param number of its own in a lookup
   * @param outer one of these has to be an ancestor
   */
  public record Group(int number, Set<EntityReference> outer, RuleIndex rules)
      implements Comparable<Group> {
    public Group {
      outer = Set.copyOf(outer);
    }

    @Override
    public int compareTo(Group other) {
      return Integer.compare(number, other.number);
    }
  }

  private final int slot;
  private final @Nullable ToReference made;
  private final Group[] groups;
  private final Map<EntityReference, Group[]> byAncestor;

  /** How many entities the groups name, those named by several counted each time. */
  private final long named;

  private final UnmetRules unmet;
  private final RuleIndex others;
  private final Hierarchy hierarchy;

  /**
   * @param slot of the attribute
   * @param made makes a reference of the attribute, where that is not one itself
   * @param groups of rules, each rule in one of them
   * @param unmet the same rules, for requests without a value
   * @param others the rules that do not depend on the attribute in this way
   * @param hierarchy what is stored of what lies in what
   */
  public AncestorLookup(
      int slot,
      Optional<ToReference> made,
      List<Group> groups,
      UnmetRules unmet,
      RuleIndex others,
      Hierarchy hierarchy) {
    this.slot = slot;
    this.made = made.orElse(null);
    this.groups = groups.toArray(Group[]::new);
    this.byAncestor = byAncestor(groups);
    this.named = groups.stream().mapToLong(group -> group.outer().size()).sum();
    this.unmet = unmet;
    this.others = others;
    this.hierarchy = hierarchy;
  }

  private static Map<EntityReference, Group[]> byAncestor(List<Group> groups) {
    var lists = new HashMap<EntityReference, List<Group>>();
    for (Group group : groups) {
      for (EntityReference outer : group.outer()) {
        lists.computeIfAbsent(outer, first -> new ArrayList<>()).add(group);
      }
    }
    var byAncestor = new HashMap<EntityReference, Group[]>();
    lists.forEach((outer, all) -> byAncestor.put(outer, all.toArray(Group[]::new)));
    return byAncestor;
  }

  @Override
  public void tally(long signature, Frame frame, Tally tally) {
    Object value = frame.attribute(slot);
    if (!unmet.tally(value, signature, frame, tally)) {
      Object references = made == null ? value : made(made, value, frame);
      if (references == null) {
        unmet.tallyErrors(frame, tally);
      } else {
        tallyWithin(references, signature, frame, tally);
      }
    }
    others.tally(signature, frame, tally);
  }

  private static @Nullable Object made(ToReference made, Object value, Frame frame) {
    frame.charge(made.steps(value));
    return made.apply(value);
  }

  /**
   * @param value a reference, or a set or list of references
   */
  private void tallyWithin(Object value, long signature, Frame frame, Tally tally) {
    Collection<?> references = value instanceof Collection<?> many ? many : List.of(value);
    long sources = sources(references);
    frame.charge(Steps.VALUE * sources);
    long ancestors = ancestors(references);
    if (sources * named < ancestors) {
      frame.charge(Steps.VALUE * sources * named);
      tallyByGroup(references, signature, frame, tally);
    } else {
      frame.charge(Steps.VALUE * ancestors);
      tallyByAncestor(references, signature, frame, tally);
    }
  }

  /** How many entities there are of which is looked up what they lie in. */
  private static long sources(Collection<?> references) {
    long sources = references.size();
    for (Object each : references) {
      sources += ((EntityReference) each).asserted().size();
    }
    return sources;
  }

  /** How many looks it takes to visit all ancestors. */
  private long ancestors(Collection<?> references) {
    long ancestors = 0;
    for (Object each : references) {
      var reference = (EntityReference) each;
      ancestors += 1 + hierarchy.ancestors(reference).size();
      for (EntityReference asserted : reference.asserted()) {
        ancestors += 1 + hierarchy.ancestors(asserted).size();
      }
    }
    return ancestors;
  }

  private void tallyByGroup(Collection<?> references, long signature, Frame frame, Tally tally) {
    for (Group group : groups) {
      if (isWithin(references, group.outer())) {
        group.rules().tally(signature, frame, tally);
      }
    }
  }

  private boolean isWithin(Collection<?> references, Set<EntityReference> outer) {
    for (Object each : references) {
      for (EntityReference other : outer) {
        if (hierarchy.isWithin((EntityReference) each, other)) {
          return true;
        }
      }
    }
    return false;
  }

  private void tallyByAncestor(Collection<?> references, long signature, Frame frame, Tally tally) {
    var found = new FoundGroups();
    for (Object each : references) {
      var reference = (EntityReference) each;
      find(reference, found);
      for (EntityReference asserted : reference.asserted()) {
        find(asserted, found);
      }
    }
    found.tally(signature, frame, tally);
  }

  private void find(EntityReference reference, FoundGroups found) {
    found.add(byAncestor.get(reference));
    for (EntityReference ancestor : hierarchy.ancestors(reference)) {
      found.add(byAncestor.get(ancestor));
    }
  }

  /** Of something that lies in one of the named entities, and in what is stored of that one. */
  @Override
  public List<CompiledRule> longestScan() {
    List<CompiledRule> longest =
        byAncestor.keySet().stream()
            .map(this::scanWithin)
            .max(Comparator.comparingInt(List::size))
            .orElse(List.of());
    return Stream.concat(longest.stream(), others.longestScan().stream()).toList();
  }

  private List<CompiledRule> scanWithin(EntityReference outer) {
    var found = new LinkedHashSet<RuleIndex>();
    Stream.concat(Stream.of(outer), hierarchy.ancestors(outer).stream())
        .flatMap(each -> Stream.of(byAncestor.getOrDefault(each, new Group[0])))
        .forEach(group -> found.add(group.rules()));
    return found.stream().flatMap(rules -> rules.longestScan().stream()).toList();
  }
}
