package dev.verdict.policy.data;

import dev.verdict.policy.request.Attributes;
import java.util.Map;

/**
 * What the repository's {@code data/} folder knows of subjects, resources and hierarchies.
 *
 * @param subjects by type, then id
 * @param resources by type, then id
 * @param hierarchy what lies in what
 */
public record StoredAttributes(
    Map<String, Map<String, Attributes>> subjects,
    Map<String, Map<String, Attributes>> resources,
    Hierarchy hierarchy) {

  /** Nothing is known. */
  public static final StoredAttributes NONE =
      new StoredAttributes(Map.of(), Map.of(), Hierarchy.NONE);

  public StoredAttributes {
    subjects = Map.copyOf(subjects);
    resources = Map.copyOf(resources);
  }

  /** What is stored of a subject, or nothing. */
  public Attributes ofSubject(String type, String id) {
    return subjects.getOrDefault(type, Map.of()).getOrDefault(id, Attributes.NONE);
  }

  /** What is stored of a resource, or nothing. */
  public Attributes ofResource(String type, String id) {
    return resources.getOrDefault(type, Map.of()).getOrDefault(id, Attributes.NONE);
  }
}
