package dev.verdict.policy.evaluate;

import dev.verdict.policy.decision.WorstDecision;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All policies of a repository, ready to be evaluated. Immutable.
 *
 * @param revision names the state of the repository
 * @param subjectTypes that the schema declares
 * @param resources by resource type: every type of the schema, with or without rules
 * @param undeclared knows what the schema does not
 * @param refusesUndeclared whether a request with such properties is refused
 */
public record CompiledPolicySet(
    String revision,
    Set<String> subjectTypes,
    Map<String, ResourceProgram> resources,
    UndeclaredProperties undeclared,
    boolean refusesUndeclared) {

  /** Copies into hash tables: every decision asks them, and {@code Map.of} divides to find. */
  public CompiledPolicySet {
    subjectTypes = Collections.unmodifiableSet(new HashSet<>(subjectTypes));
    resources = Collections.unmodifiableMap(new HashMap<>(resources));
  }

  /** The same policies, by which a request with a property that nobody declared is refused. */
  public CompiledPolicySet refusingUndeclared() {
    return new CompiledPolicySet(
        revision, subjectTypes, resources, undeclared, /* refusesUndeclared= */ true);
  }

  /** What a decision on each action costs at worst, the dearest first. */
  public List<WorstDecision> worstDecisions() {
    return resources.values().stream()
        .flatMap(
            program ->
                program.actions().keySet().stream()
                    .map(key -> worstDecision(program.type(), key, program.longestScan(key))))
        .sorted(WorstDecision.BY_COST)
        .toList();
  }

  private static WorstDecision worstDecision(String type, String action, List<CompiledRule> tried) {
    return new WorstDecision(
        type,
        action,
        tried.size(),
        tried.stream().findFirst().map(CompiledRule::reference),
        tried.stream().mapToLong(rule -> rule.price() + 1).sum());
  }
}
