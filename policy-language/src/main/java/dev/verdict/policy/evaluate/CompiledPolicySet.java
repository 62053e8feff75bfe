package dev.verdict.policy.evaluate;

import java.util.ArrayList;
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

  /**
   * Where a request may have to try more rules than so many, one after the other; for each action
   * the longest.
   *
   * @param bound at least 0
   */
  public List<LongScan> longScans(int bound) {
    var found = new ArrayList<LongScan>();
    for (ResourceProgram program : resources.values()) {
      for (String action : program.actions().keySet()) {
        List<CompiledRule> asked = program.longestScan(action);
        if (asked.size() > bound) {
          found.add(new LongScan(program.type(), action, asked.size(), asked.get(0).reference()));
        }
      }
    }
    return found;
  }
}
