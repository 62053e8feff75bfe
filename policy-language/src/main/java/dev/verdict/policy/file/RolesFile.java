package dev.verdict.policy.file;

import java.util.List;

/**
 * The {@code roles.yaml} of a repository.
 *
 * @param roles that subjects bring along, in order
 * @param derived that conditions give, in order
 */
public record RolesFile(List<RoleDeclaration> roles, List<DerivedRoleDeclaration> derived) {

  public RolesFile {
    roles = List.copyOf(roles);
    derived = List.copyOf(derived);
  }
}
