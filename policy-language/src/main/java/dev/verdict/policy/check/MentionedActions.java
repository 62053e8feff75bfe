package dev.verdict.policy.check;

import dev.verdict.policy.file.DerivedRoleDeclaration;
import dev.verdict.policy.file.GrantDeclaration;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.RuleDeclaration;
import dev.verdict.policy.file.VariablesFile;
import dev.verdict.policy.file.WrittenExpression;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.syntax.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a repository says of the actions of the resource types whose sets are open: the names and
 * patterns that rules, grants and conditions write, those of the base first.
 */
final class MentionedActions {

  private final Map<String, List<Located<String>>> targets = new LinkedHashMap<>();
  private final Map<String, List<Located<String>>> compared = new HashMap<>();

  private MentionedActions(Schema schema) {
    for (ResourceType type : schema.resources().values()) {
      if (type.open().isPresent()) {
        targets.put(type.name(), new ArrayList<>());
        compared.put(type.name(), new ArrayList<>());
      }
    }
  }

  static MentionedActions of(PolicyDeclarations declarations, Schema schema) {
    var mentioned = new MentionedActions(schema);
    if (mentioned.targets.isEmpty()) {
      return mentioned;
    }
    Stream.of(false, true)
        .flatMap(
            overlay ->
                declarations.policies().stream()
                    .filter(file -> file.tenant().isPresent() == overlay))
        .filter(file -> mentioned.targets.containsKey(file.resource().value()))
        .forEach(file -> mentioned.addFile(file, declarations.variables()));
    declarations.roles().ifPresent(roles -> roles.derived().forEach(mentioned::addRole));
    declarations.grants().forEach(mentioned::addGrant);
    return mentioned;
  }

  /** Where rules and grants on a type have their lists of actions: names and patterns. */
  List<Located<String>> inTargets(ResourceType type) {
    return targets.getOrDefault(type.name(), List.of());
  }

  /** Names that expressions compare the action with. */
  List<Located<String>> inExpressions(ResourceType type) {
    return compared.getOrDefault(type.name(), List.of());
  }

  /** By resource type, where each of these names and patterns stands first. */
  Map<String, List<Located<String>>> first(Schema schema) {
    var first = new HashMap<String, List<Located<String>>>();
    for (String name : targets.keySet()) {
      ResourceType type = schema.resources().get(name);
      if (type != null) {
        var byName = new LinkedHashMap<String, Located<String>>();
        Stream.concat(inTargets(type).stream(), inExpressions(type).stream())
            .forEach(each -> byName.putIfAbsent(each.value(), each));
        first.put(name, List.copyOf(byName.values()));
      }
    }
    return first;
  }

  private void addFile(PolicyFile file, List<VariablesFile> shared) {
    List<Located<String>> written = targetsOf(file.resource());
    written.addAll(file.tenantsMayPermit());
    var expressions = new ArrayList<WrittenExpression>();
    for (RuleDeclaration rule : file.rules()) {
      written.addAll(rule.target().actions());
      rule.condition().ifPresent(expressions::add);
    }
    var variables = new HashMap<String, Syntax>();
    file.variablesWith(shared)
        .forEach(
            variable -> {
              expressions.add(variable.definition());
              variable
                  .definition()
                  .syntax()
                  .ifPresent(syntax -> variables.putIfAbsent(variable.name().value(), syntax));
            });
    var comparisons = new ComparedActions(variables);
    expressions.forEach(
        each ->
            each.syntax()
                .map(comparisons::in)
                .ifPresent(names -> comparedBy(file.resource()).addAll(names)));
  }

  private void addRole(DerivedRoleDeclaration role) {
    Optional<Syntax> condition = role.condition().syntax();
    for (Located<String> resource : role.resources()) {
      condition.ifPresent(
          syntax -> comparedBy(resource).addAll(new ComparedActions(Map.of()).in(syntax)));
    }
  }

  private void addGrant(GrantDeclaration grant) {
    for (Located<String> resource : grant.resources()) {
      targetsOf(resource).addAll(grant.actions());
    }
  }

  /** Of a type whose set is closed, a list that nobody reads. */
  private List<Located<String>> targetsOf(Located<String> resource) {
    return targets.getOrDefault(resource.value(), new ArrayList<>());
  }

  private List<Located<String>> comparedBy(Located<String> resource) {
    return compared.getOrDefault(resource.value(), new ArrayList<>());
  }
}
