package dev.verdict.policy.rename;

import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.source.Located;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What expressions of a rule speak of.
 *
 * @param resources resource types
 * @param subjects types of the subject
 * @param actors types of who acts for it
 * @param actions names of actions; empty: all
 */
record RuleScope(
    Set<ResourceType> resources,
    Set<SubjectType> subjects,
    Set<SubjectType> actors,
    Set<String> actions) {

  RuleScope {
    resources = Set.copyOf(resources);
    subjects = Set.copyOf(subjects);
    actors = Set.copyOf(actors);
    actions = Set.copyOf(actions);
  }

  /** Anything that a schema knows, with some resource types. */
  static RuleScope of(Collection<ResourceType> resources, Schema schema) {
    var subjects = new HashSet<>(schema.subjects().values());
    return new RuleScope(new HashSet<>(resources), subjects, subjects, Set.of());
  }

  /** The same, of these subject types; none named: of all. */
  RuleScope about(List<Located<String>> named, List<Located<String>> acting) {
    return new RuleScope(resources, some(subjects, named), some(actors, acting), actions);
  }

  /** The same, of these actions. */
  RuleScope doing(Set<String> named) {
    return new RuleScope(resources, subjects, actors, named);
  }

  /** The names of the resource types. */
  Set<String> resourceNames() {
    return resources.stream().map(ResourceType::name).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether one of the actions may change attributes of the resource, and says which. */
  boolean writes() {
    return resources.stream()
        .anyMatch(
            type ->
                type.open().isPresent()
                    || type.actions().values().stream()
                        .anyMatch(action -> action.writes() && isAbout(action)));
  }

  /** Whether the rule is about an action. */
  boolean isAbout(ActionDeclaration action) {
    return actions.isEmpty() || actions.contains(action.name());
  }

  private static Set<SubjectType> some(Set<SubjectType> types, List<Located<String>> named) {
    Set<String> names = named.stream().map(Located::value).collect(Collectors.toSet());
    return names.isEmpty()
        ? types
        : types.stream()
            .filter(type -> names.contains(type.name()))
            .collect(Collectors.toUnmodifiableSet());
  }
}
