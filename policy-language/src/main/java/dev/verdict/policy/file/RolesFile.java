package dev.verdict.policy.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code roles.yaml} of a repository.
 *
 * @param roles that subjects bring along, in order
 * @param derived that conditions give, in order
 * @param scopes that tokens may carry; absent: any name may be used for one
 */
public record RolesFile(
    List<RoleDeclaration> roles,
    List<DerivedRoleDeclaration> derived,
    Optional<Set<String>> scopes) {

  public RolesFile {
    roles = List.copyOf(roles);
    derived = List.copyOf(derived);
    scopes = scopes.map(Set::copyOf);
  }
}
