package dev.verdict.policy.data;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of one entity.
 *
 * @param attributes its values
 * @param absent names of which it is stored that there is no value: nothing else may fill them
 */
public record StoredEntity(Attributes attributes, Set<String> absent) {

  /** Nothing is stored. */
  public static final StoredEntity NONE = new StoredEntity(Attributes.NONE, Set.of());

  public StoredEntity {
    absent = Set.copyOf(absent);
  }

  public StoredEntity(Attributes attributes) {
    this(attributes, Set.of());
  }

  /** Whether a value is stored, or that there is none. */
  public boolean has(String name) {
    return attributes.get(name) != null || absent.contains(name);
  }

  /**
   * The stored value; null where it is stored that there is none.
   *
   * @param otherwise where nothing is stored
   */
  public @Nullable Value getOr(String name, @Nullable Value otherwise) {
    Value value = attributes.get(name);
    return value != null || absent.contains(name) ? value : otherwise;
  }
}
