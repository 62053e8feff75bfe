package dev.verdict.policy.schema;

import java.util.Map;

/**
 * Something that may be done with a resource type.
 *
 * @param attributes of the action itself, by name
 */
public record ActionDeclaration(String name, Map<String, AttributeDeclaration> attributes) {

  public ActionDeclaration {
    attributes = Map.copyOf(attributes);
  }
}
