package dev.verdict.policy.compile;

import dev.verdict.policy.check.CheckedGrant;
import dev.verdict.policy.check.CheckedPolicySet;
import dev.verdict.policy.check.CheckedRule;
import dev.verdict.policy.evaluate.CompiledPolicySet;
import dev.verdict.policy.evaluate.Grant;
import dev.verdict.policy.evaluate.ResourceProgram;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.schema.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checked policies to indexed, evaluable ones. */
public final class PolicyCompiler {

  private PolicyCompiler() {}

  /**
   * The policies, indexed by resource type and action.
   *
   * @param policies in which the checker found no error
   * @param revision names the state of the repository
   * @param limits what a decision by them may cost
   */
  public static CompiledPolicySet compile(
      CheckedPolicySet policies, String revision, Limits limits) {
    Map<String, List<CheckedRule>> rules = byResource(policies.rules());
    var overlays = new HashMap<String, Map<String, List<CheckedRule>>>();
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
    List<Grant> grants = policies.grants().stream().map(PolicyCompiler::compile).toList();
    var pool = new SlotPool(policies.data());
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
                  limits.of(Limit.STEPS))
              .compile());
    }
    return new CompiledPolicySet(revision, policies.schema().subjects().keySet(), programs);
  }

  private static Grant compile(CheckedGrant grant) {
    return new Grant(
        grant.id(),
        grant.subjectType(),
        grant.subjectTenant(),
        grant.ids(),
        grant.roles(),
        grant.tenant(),
        grant.resources(),
        grant.actions(),
        grant.validity());
  }

  private static Map<String, List<CheckedRule>> byResource(List<CheckedRule> rules) {
    return rules.stream().collect(Collectors.groupingBy(CheckedRule::resource));
  }
}
