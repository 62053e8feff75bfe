package dev.verdict.policy.analyse;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.DeclaredNames;
import dev.verdict.policy.memory.Inputs;
import dev.verdict.policy.memory.Memory;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.tree.PolicyTree;
import dev.verdict.policy.tree.RuleTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Warns of what is suspicious about a whole repository that is free of errors so far. */
public final class PolicyAnalysis {

  /**
   * The rules on one resource type.
   *
   * @param overlays by tenant
   */
  record Rules(List<RuleTree> base, SortedMap<String, List<RuleTree>> overlays) {

    private Rules() {
      this(new ArrayList<>(), new TreeMap<>());
    }

    /** All that the rules are, and whose. */
    private Inputs and(Inputs inputs) {
      var all = new ArrayList<>(base);
      var sizes = new TreeMap<String, Integer>();
      overlays.forEach(
          (tenant, own) -> {
            all.addAll(own);
            sizes.put(tenant, own.size());
          });
      return inputs.and(all).andValues(base.size(), sizes);
    }
  }

  private PolicyAnalysis() {}

  /**
   * Reports warnings, and as errors the names that are compared and do not exist.
   *
   * @param declared in the repository of the policies
   */
  public static void analyse(PolicyTree policies, DeclaredNames declared, Diagnostics diagnostics) {
    analyse(policies, declared, new AnalysisMemory(new Memory()), diagnostics);
  }

  /**
   * The same, where the rules on a resource type are looked at only if any of them is another one
   * than at the last good load, or the schema or the declared names are: rules on other types have
   * no say in what is reported of these.
   */
  public static void analyse(
      PolicyTree policies, DeclaredNames declared, AnalysisMemory memory, Diagnostics diagnostics) {
    Map<String, Rules> byResource = byResource(policies);
    Inputs surroundings = declared.inputs().and(List.of(policies.schema()));
    for (ResourceType type : policies.schema().resources().values()) {
      Rules rules = byResource.getOrDefault(type.name(), new Rules());
      declared.add(
          memory
              .resources()
              .get(
                  type.name(),
                  rules.and(surroundings),
                  diagnostics,
                  () -> {
                    DeclaredNames own = declared.withoutNotes();
                    new ResourceAnalysis(type, rules, policies.schema(), own, diagnostics)
                        .analyse();
                    return own.notes();
                  }));
    }
    declared.reportUnstated();
  }

  private static Map<String, Rules> byResource(PolicyTree policies) {
    var byResource = new HashMap<String, Rules>();
    for (RuleTree rule : policies.rules()) {
      of(rule, byResource).base().add(rule);
    }
    policies
        .overlays()
        .forEach(
            (tenant, rules) ->
                rules.forEach(
                    rule ->
                        of(rule, byResource)
                            .overlays()
                            .computeIfAbsent(tenant, first -> new ArrayList<>())
                            .add(rule)));
    return byResource;
  }

  private static Rules of(RuleTree rule, Map<String, Rules> byResource) {
    return byResource.computeIfAbsent(rule.resource(), first -> new Rules());
  }
}
