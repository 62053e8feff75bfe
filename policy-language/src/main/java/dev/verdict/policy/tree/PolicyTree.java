package dev.verdict.policy.tree;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All policies of a repository as typed expressions. Immutable. */
public final class PolicyTree {

  private final Schema schema;
  private final StoredAttributes data;
  private final List<RuleTree> rules;
  private final SortedMap<String, List<RuleTree>> overlays;
  private final Map<String, GuardTree> guards;
  private final List<GrantTree> grants;

  PolicyTree(
      Schema schema,
      StoredAttributes data,
      List<RuleTree> rules,
      Map<String, List<RuleTree>> overlays,
      Map<String, GuardTree> guards,
      List<GrantTree> grants) {
    this.schema = schema;
    this.data = data;
    this.rules = List.copyOf(rules);
    var copies = new TreeMap<String, List<RuleTree>>();
    overlays.forEach((tenant, own) -> copies.put(tenant, List.copyOf(own)));
    this.overlays = Collections.unmodifiableSortedMap(copies);
    this.guards = Map.copyOf(guards);
    this.grants = List.copyOf(grants);
  }

  public Schema schema() {
    return schema;
  }

  public StoredAttributes data() {
    return data;
  }

  /** The rules that hold for every tenant, by file, then in the order of the file. */
  public List<RuleTree> rules() {
    return rules;
  }

  /** By tenant, the rules that are added for that tenant's resources, in the same order. */
  public SortedMap<String, List<RuleTree>> overlays() {
    return overlays;
  }

  /** All rules: those for every tenant, then those of overlays by tenant. */
  public Stream<RuleTree> everyRule() {
    return Stream.concat(rules.stream(), overlays.values().stream().flatMap(List::stream));
  }

  /** What stands before the rules on a resource type; empty where it is not tenant-isolated. */
  public Optional<GuardTree> guard(String resourceType) {
    return Optional.ofNullable(guards.get(resourceType));
  }

  /** The cross-tenant grants, in the order of the file. */
  public List<GrantTree> grants() {
    return grants;
  }

  /** How many rules there are, those of overlays too. */
  public int size() {
    return rules.size() + overlays.values().stream().mapToInt(List::size).sum();
  }
}
