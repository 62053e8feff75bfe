package dev.verdict.policy.evaluate;

import java.util.Map;
import java.util.Set;

/**
 * All policies of a repository, ready to be evaluated. Immutable.
 *
 * @param revision names the state of the repository
 * @param subjectTypes that the schema declares
 * @param resources by resource type: every type of the schema, with or without rules
 */
public record CompiledPolicySet(
    String revision, Set<String> subjectTypes, Map<String, ResourceProgram> resources) {

  public CompiledPolicySet {
    subjectTypes = Set.copyOf(subjectTypes);
    resources = Map.copyOf(resources);
  }
}
