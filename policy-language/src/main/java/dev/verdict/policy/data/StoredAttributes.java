package dev.verdict.policy.data;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the repository's {@code data/} folder knows of subjects, resources and hierarchies. */
public final class StoredAttributes {

  /** Nothing is known. */
  public static final StoredAttributes NONE =
      new StoredAttributes(Map.of(), Map.of(), Hierarchy.NONE);

  private final Map<String, Map<String, StoredEntity>> subjects;
  private final Map<String, Map<String, StoredEntity>> resources;
  private final Set<String> namesOfSubjects;
  private final Set<String> namesOfResources;
  private final Hierarchy hierarchy;

  /**
   * @param subjects by type, then id
   * @param resources by type, then id
   * @param hierarchy what lies in what
   */
  public StoredAttributes(
      Map<String, Map<String, StoredEntity>> subjects,
      Map<String, Map<String, StoredEntity>> resources,
      Hierarchy hierarchy) {
    this.subjects = Map.copyOf(subjects);
    this.resources = Map.copyOf(resources);
    this.namesOfSubjects = names(subjects);
    this.namesOfResources = names(resources);
    this.hierarchy = hierarchy;
  }

  private static Set<String> names(Map<String, Map<String, StoredEntity>> entities) {
    var names = new HashSet<String>();
    for (Map<String, StoredEntity> ofType : entities.values()) {
      for (StoredEntity entity : ofType.values()) {
        names.addAll(entity.attributes().names());
        names.addAll(entity.absent());
      }
    }
    return Set.copyOf(names);
  }

  /** What is stored of a subject, or nothing. */
  public StoredEntity ofSubject(String type, String id) {
    return subjects.getOrDefault(type, Map.of()).getOrDefault(id, StoredEntity.NONE);
  }

  /** What is stored of a resource, or nothing. */
  public StoredEntity ofResource(String type, String id) {
    return resources.getOrDefault(type, Map.of()).getOrDefault(id, StoredEntity.NONE);
  }

  /** Whether anything is stored under that name of any subject: most attributes need no look. */
  public boolean holdsOfSubjects(String name) {
    return namesOfSubjects.contains(name);
  }

  /** The same of resources. */
  public boolean holdsOfResources(String name) {
    return namesOfResources.contains(name);
  }

  /** What lies in what. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }
}
