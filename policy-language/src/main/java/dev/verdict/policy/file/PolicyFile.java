package dev.verdict.policy.file;

import dev.verdict.policy.source.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@code *.policy.yaml} file.
 *
 * @param tenant whose overlay it is part of; absent: it is part of the base, which holds for all
 * @param name of the policy, unique within the base or within the overlay
 * @param resource the resource type that its rules speak of
 * @param tenantsMayPermit actions of the resource type that overlays may permit, as written; empty
 *     in an overlay
 * @param imports names of files of variables
 * @param variables its {@code let} section, in order
 * @param rules in order
 */
public record PolicyFile(
    Optional<String> tenant,
    Located<String> name,
    Located<String> resource,
    List<Located<String>> tenantsMayPermit,
    List<Located<String>> imports,
    List<VariableDeclaration> variables,
    List<RuleDeclaration> rules) {

  public PolicyFile {
    tenantsMayPermit = List.copyOf(tenantsMayPermit);
    imports = List.copyOf(imports);
    variables = List.copyOf(variables);
    rules = List.copyOf(rules);
  }

  /** The variables that its expressions may use: its own first, then those that it imports. */
  public Stream<VariableDeclaration> variablesWith(List<VariablesFile> files) {
    Set<String> imported = imports.stream().map(Located::value).collect(Collectors.toSet());
    return Stream.concat(
        variables.stream(),
        files.stream()
            .filter(file -> imported.contains(file.name().value()) && file.isFor(tenant))
            .flatMap(file -> file.variables().stream()));
  }
}
