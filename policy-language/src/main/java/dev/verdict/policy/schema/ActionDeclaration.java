package dev.verdict.policy.schema;

import dev.verdict.policy.source.Span;
import java.util.Map;

/**
 * Something that may be done with a resource type.
 *
 * @param attributes of the action itself, by name
 * @param span where it is declared
 */
public record ActionDeclaration(
    String name, Map<String, AttributeDeclaration> attributes, Span span) {

  public ActionDeclaration {
    attributes = Map.copyOf(attributes);
  }
}
