package dev.verdict.policy.schema;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.VisibleText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names an entity of a known type. Two are equal where type and id are, whatever a request says
 * that they lie in. Immutable.
 */
public final class EntityReference implements Comparable<EntityReference> {

  private final String type;
  private final String id;
  private final List<EntityReference> asserted;
  private final int hash;

  public EntityReference(String type, String id) {
    this(type, id, List.of());
  }

  /**
   * @param asserted all that it lies in by the word of the request
   */
  EntityReference(String type, String id, List<EntityReference> asserted) {
    this.type = type;
    this.id = id;
    this.asserted = List.copyOf(asserted);
    this.hash = 31 * type.hashCode() + id.hashCode();
  }

  /** Whether a text may be an id, as in a request: not too long, and with something to be seen. */
  public static boolean isId(String text) {
    return text.length() <= Limit.ID_LENGTH.standard() && VisibleText.isIn(text);
  }

  public String type() {
    return type;
  }

  public String id() {
    return id;
  }

  /** All that it lies in, over any number of steps, by the word of the request. */
  public List<EntityReference> asserted() {
    return asserted;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntityReference reference
        && hash == reference.hash
        && id.equals(reference.id)
        && type.equals(reference.type);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /**
   * By id, then by type. A hash table needs an order to stay fast where somebody sends ids that all
   * have one hash.
   */
  @Override
  public int compareTo(EntityReference other) {
    int byId = id.compareTo(other.id);
    return byId != 0 ? byId : type.compareTo(other.type);
  }

  /** The type only: ids are not for logs. */
  @Override
  public String toString() {
    return "EntityReference[" + type + "]";
  }
}
