package dev.verdict.policy.file;

import dev.verdict.policy.source.Located;
import java.util.List;

/**
 * A {@code *.policy.yaml} file.
 *
 * @param name of the policy, unique in the repository
 * @param resource the resource type that its rules speak of
 * @param variables its {@code let} section, in order
 * @param rules in order
 */
public record PolicyFile(
    Located<String> name,
    Located<String> resource,
    List<VariableDeclaration> variables,
    List<RuleDeclaration> rules) {

  public PolicyFile {
    variables = List.copyOf(variables);
    rules = List.copyOf(rules);
  }
}
