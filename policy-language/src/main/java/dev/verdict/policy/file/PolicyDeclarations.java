package dev.verdict.policy.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that the authors of a repository wrote about who may do what.
 *
 * @param policies in the order of their paths
 * @param variables that policies import, in the order of their paths
 * @param roles absent: any name may be used for a role
 * @param grants in the order of their file
 * @param elsewhere names that others declare
 */
public record PolicyDeclarations(
    List<PolicyFile> policies,
    List<VariablesFile> variables,
    Optional<RolesFile> roles,
    List<GrantDeclaration> grants,
    Set<NameKind> elsewhere) {

  public PolicyDeclarations {
    policies = List.copyOf(policies);
    variables = List.copyOf(variables);
    grants = List.copyOf(grants);
    elsewhere = Set.copyOf(elsewhere);
  }
}
