package dev.verdict.policy.schema;

import java.util.Map;
import java.util.Optional;

/**
 * A type of subject (or actor).
 *
 * @param attributes by name; always with {@code roles} and {@code scopes}
 * @param tenantAttribute names the one that holds the tenant; absent: such a subject has no tenant
 *     and may touch only resources that are not tenant-isolated
 */
public record SubjectType(
    String name, Map<String, AttributeDeclaration> attributes, Optional<String> tenantAttribute) {

  public SubjectType {
    attributes = Map.copyOf(attributes);
  }
}
