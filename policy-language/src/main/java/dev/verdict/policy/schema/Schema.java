package dev.verdict.policy.schema;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code schema.yaml} of a repository, checked.
 *
 * @param subjects by name
 * @param resources by name
 * @param context attributes of the context, by name
 * @param entities what references may be of
 * @param tenants all there are; absent: any name may be one
 */
public record Schema(
    Map<String, SubjectType> subjects,
    Map<String, ResourceType> resources,
    Map<String, AttributeDeclaration> context,
    EntityTypes entities,
    Optional<Set<String>> tenants) {

  public Schema {
    subjects = Map.copyOf(subjects);
    resources = Map.copyOf(resources);
    context = Map.copyOf(context);
    tenants = tenants.map(Set::copyOf);
  }

  /** The same schema with other types of resources. */
  public Schema with(Map<String, ResourceType> others) {
    return new Schema(subjects, others, context, entities, tenants);
  }
}
