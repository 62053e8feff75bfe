package dev.verdict.policy.checked;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Policies in which every name is declared and every condition is typed. */
public final class CheckedPolicySet {

  private final Schema schema;
  private final StoredAttributes data;
  private final List<CheckedRule> rules;
  private final SortedMap<String, List<CheckedRule>> overlays;
  private final List<CheckedGrant> grants;

  public CheckedPolicySet(
      Schema schema,
      StoredAttributes data,
      List<CheckedRule> rules,
      Map<String, List<CheckedRule>> overlays,
      List<CheckedGrant> grants) {
    this.schema = schema;
    this.data = data;
    this.rules = List.copyOf(rules);
    var copies = new TreeMap<String, List<CheckedRule>>();
    overlays.forEach((tenant, added) -> copies.put(tenant, List.copyOf(added)));
    this.overlays = Collections.unmodifiableSortedMap(copies);
    this.grants = List.copyOf(grants);
  }

  public Schema schema() {
    return schema;
  }

  public StoredAttributes data() {
    return data;
  }

  /** The rules that hold for every tenant, by file, then in the order of the file. */
  public List<CheckedRule> rules() {
    return rules;
  }

  /** By tenant, the rules that are added for that tenant's resources, in the same order. */
  public SortedMap<String, List<CheckedRule>> overlays() {
    return overlays;
  }

  /** All rules: those for every tenant, then those of overlays by tenant. */
  public Stream<CheckedRule> everyRule() {
    return Stream.concat(rules.stream(), overlays.values().stream().flatMap(List::stream));
  }

  /** The ways across tenants, in the order of the file. */
  public List<CheckedGrant> grants() {
    return grants;
  }
}
