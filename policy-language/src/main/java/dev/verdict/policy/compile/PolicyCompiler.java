package dev.verdict.policy.compile;

import dev.verdict.policy.evaluate.CompiledPolicySet;
import dev.verdict.policy.evaluate.GrantProgram;
import dev.verdict.policy.evaluate.ResourceProgram;
import dev.verdict.policy.evaluate.UndeclaredProperties;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.memory.Inputs;
import dev.verdict.policy.memory.Memory;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.tree.PolicyTree;
import dev.verdict.policy.tree.RuleTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tree of the policies to indexed, evaluable ones. */
public final class PolicyCompiler {

  private final PolicyTree policies;
  private final int budget;
  private final CompileMemory memory;

  private PolicyCompiler(PolicyTree policies, Limits limits, CompileMemory memory) {
    this.policies = policies;
    this.budget = limits.of(Limit.BUDGET);
    this.memory = memory;
  }

  /**
   * The policies, indexed by resource type and action.
   *
   * @param revision names the state of the repository
   * @param limits what a decision by them may cost
   */
  public static CompiledPolicySet compile(PolicyTree policies, String revision, Limits limits) {
    return compile(policies, revision, limits, new CompileMemory(new Memory()));
  }

  /**
   * The same, where the rules on a resource type are compiled only if any of them is another one
   * than at the last good load, or the schema, the data or the grants are. What a decision says of
   * the revision is always new.
   */
  public static CompiledPolicySet compile(
      PolicyTree policies, String revision, Limits limits, CompileMemory memory) {
    return new PolicyCompiler(policies, limits, memory).compile(revision);
  }

  private CompiledPolicySet compile(String revision) {
    Inputs surroundings = Inputs.objects(policies.schema(), policies.data()).andValues(budget);
    SlotPool pool = memory.pools().get("pool", surroundings, () -> new SlotPool(policies.data()));
    GrantProgram grants =
        memory
            .grants()
            .get(
                "grants",
                surroundings.and(policies.grants()),
                () -> GrantCompiler.compile(policies, pool, budget));
    Map<String, List<RuleTree>> rules = byResource(policies.rules());
    Map<String, Map<String, List<RuleTree>>> overlays = overlays();
    var programs = new HashMap<String, ResourceProgram>();
    for (ResourceType resource : policies.schema().resources().values()) {
      String name = resource.name();
      List<RuleTree> base = rules.getOrDefault(name, List.of());
      Map<String, List<RuleTree>> own = overlays.getOrDefault(name, Map.of());
      CompiledResource compiled =
          memory
              .resources()
              .get(
                  name,
                  and(surroundings.and(List.of(grants)), name, base, own),
                  () ->
                      new ResourceCompiler(resource, base, own, grants, policies, pool, budget)
                          .compile());
      programs.put(name, compiled.program(revision));
    }
    return new CompiledPolicySet(
        revision,
        policies.schema().subjects().keySet(),
        programs,
        new UndeclaredProperties(policies.schema()),
        /* refusesUndeclared= */ false);
  }

  /** All that a resource type is compiled from; the schema holds the type itself. */
  private Inputs and(
      Inputs surroundings,
      String resource,
      List<RuleTree> base,
      Map<String, List<RuleTree>> overlays) {
    var all = new ArrayList<Object>();
    policies.guard(resource).ifPresent(all::add);
    int guards = all.size();
    all.addAll(base);
    var sizes = new TreeMap<String, Integer>();
    new TreeMap<>(overlays)
        .forEach(
            (tenant, own) -> {
              all.addAll(own);
              sizes.put(tenant, own.size());
            });
    return surroundings.and(all).andValues(guards, base.size(), sizes);
  }

  private Map<String, Map<String, List<RuleTree>>> overlays() {
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
    return overlays;
  }

  private static Map<String, List<RuleTree>> byResource(List<RuleTree> rules) {
    return rules.stream().collect(Collectors.groupingBy(RuleTree::resource));
  }
}
