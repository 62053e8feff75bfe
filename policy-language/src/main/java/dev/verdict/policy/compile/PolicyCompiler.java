package dev.verdict.policy.compile;

import dev.verdict.policy.evaluate.CompiledPolicySet;
import dev.verdict.policy.evaluate.GrantProgram;
import dev.verdict.policy.evaluate.ResourceProgram;
import dev.verdict.policy.evaluate.UndeclaredProperties;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.tree.PolicyTree;
import dev.verdict.policy.tree.RuleTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tree of the policies to indexed, evaluable ones. */
public final class PolicyCompiler {

  private PolicyCompiler() {}

  /**
   * The policies, indexed by resource type and action.
   *
   * @param revision names the state of the repository
   * @param limits what a decision by them may cost
   */
  public static CompiledPolicySet compile(PolicyTree policies, String revision, Limits limits) {
    Map<String, List<RuleTree>> rules = byResource(policies.rules());
    var overlays = new HashMap<String, Map<String, List<RuleTree>>>();
    policies
        .overlays()
        .forEach(
            (tenant, all) ->
                byResource(all)
                    .forEach(
                        (resource, own) ->
                            overlays
                                .computeIfAbsent(resource, name -> new HashMap<>())
                                .put(tenant, own)));
    int budget = limits.of(Limit.BUDGET);
    var pool = new SlotPool(policies.data());
    GrantProgram grants = GrantCompiler.compile(policies, pool, budget);
    var programs = new HashMap<String, ResourceProgram>();
    for (ResourceType resource : policies.schema().resources().values()) {
      programs.put(
          resource.name(),
          new ResourceCompiler(
                  resource,
                  rules.getOrDefault(resource.name(), List.of()),
                  overlays.getOrDefault(resource.name(), Map.of()),
                  grants,
                  policies,
                  pool,
                  revision,
                  budget)
              .compile());
    }
    return new CompiledPolicySet(
        revision,
        policies.schema().subjects().keySet(),
        programs,
        new UndeclaredProperties(policies.schema()),
        /* refusesUndeclared= */ false);
  }

  private static Map<String, List<RuleTree>> byResource(List<RuleTree> rules) {
    return rules.stream().collect(Collectors.groupingBy(RuleTree::resource));
  }
}
