package dev.verdict.policy.schema;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A type of resource.
 *
 * @param actions by name, at least one; of an open set also those that somebody mentions, and the
 *     patterns that stand for the rest
 * @param open what else may be an action; absent: nothing
 * @param attributes by name
 * @param tenantAttribute names the one that holds the tenant; absent: the type is not
 *     tenant-isolated
 */
public record ResourceType(
    String name,
    Map<String, ActionDeclaration> actions,
    Optional<OpenActions> open,
    Map<String, AttributeDeclaration> attributes,
    Optional<String> tenantAttribute) {

  public ResourceType {
    actions = Map.copyOf(actions);
    attributes = Map.copyOf(attributes);
  }

  /** What is known of an action that somebody asks for; empty where the type does not have it. */
  public Optional<ActionDeclaration> action(String name) {
    String key = open.isEmpty() ? name : open.get().key(name);
    return key == null ? Optional.empty() : Optional.ofNullable(actions.get(key));
  }

  /** The names that the schema declares. */
  public Set<String> declaredActions() {
    return actions.values().stream()
        .filter(ActionDeclaration::declared)
        .map(ActionDeclaration::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same type, of which some names and patterns are mentioned that nothing declares. */
  public ResourceType mentioning(Collection<ActionDeclaration> mentioned, OpenActions set) {
    var all = new HashMap<>(actions);
    mentioned.forEach(action -> all.putIfAbsent(action.name(), action));
    return new ResourceType(name, all, Optional.of(set), attributes, tenantAttribute);
  }
}
