package dev.verdict.policy.file;

import dev.verdict.policy.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * A {@code *.let.yaml} file: variables that policies import.
 *
 * @param tenant whose policies may import it; absent: all may
 * @param name that policies import it by; unique among those that a policy may import
 * @param variables in order; they may use each other, and nothing of the policy
 */
public record VariablesFile(
    Optional<String> tenant, Located<String> name, List<VariableDeclaration> variables) {

  public VariablesFile {
    variables = List.copyOf(variables);
  }

  /** Whether policies of a tenant may import it; absent: those of the base. */
  public boolean isFor(Optional<String> tenantOfPolicy) {
    return tenant.isEmpty() || tenant.equals(tenantOfPolicy);
  }
}
