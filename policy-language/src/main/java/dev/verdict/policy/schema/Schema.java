package dev.verdict.policy.schema;

import java.util.Map;

/**
 * The {@code schema.yaml} of a repository, checked.
 *
 * @param subjects by name
 * @param resources by name
 * @param context attributes of the context, by name
 * @param entities what references may be of
 */
public record Schema(
    Map<String, SubjectType> subjects,
    Map<String, ResourceType> resources,
    Map<String, AttributeDeclaration> context,
    EntityTypes entities) {

  public Schema {
    subjects = Map.copyOf(subjects);
    resources = Map.copyOf(resources);
    context = Map.copyOf(context);
  }
}
