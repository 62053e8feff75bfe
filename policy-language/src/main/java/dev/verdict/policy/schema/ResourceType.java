package dev.verdict.policy.schema;

import java.util.Map;
import java.util.Optional;

/**
 * A type of resource.
 *
 * @param actions by name, at least one
 * @param attributes by name
 * @param tenantAttribute names the one that holds the tenant; absent: the type is not
 *     tenant-isolated
 */
public record ResourceType(
    String name,
    Map<String, ActionDeclaration> actions,
    Map<String, AttributeDeclaration> attributes,
    Optional<String> tenantAttribute) {

  public ResourceType {
    actions = Map.copyOf(actions);
    attributes = Map.copyOf(attributes);
  }
}
