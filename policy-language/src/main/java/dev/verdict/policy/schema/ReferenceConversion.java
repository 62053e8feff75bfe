package dev.verdict.policy.schema;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values to references. One is written as its id, or as {@code {id: .., in: [..]}} with what it
 * lies in, each a reference in its turn; {@code type: ..} stands beside the id where there are
 * several types that it could be of.
 */
final class ReferenceConversion {

  private final EntityTypes types;
  private final Set<EntityReference> ancestors = new LinkedHashSet<>();

  private ReferenceConversion(EntityTypes types) {
    this.types = types;
  }

  /** The reference; null where the value is none of that type, or lies in too much. */
  static @Nullable EntityReference convert(Value value, Type.Reference type) {
    if (value instanceof Value.Text text) {
      return EntityReference.isId(text.text())
          ? new EntityReference(type.entity(), text.text())
          : null;
    }
    var conversion = new ReferenceConversion(type.types());
    EntityReference bare = conversion.read(value, List.of(type.entity()), 0);
    return bare == null
        ? null
        : new EntityReference(bare.type(), bare.id(), List.copyOf(conversion.ancestors));
  }

  /**
   * The reference without what it lies in, which is collected.
   *
   * @param candidates the types that it may be of
   */
  private @Nullable EntityReference read(Value value, List<String> candidates, int depth) {
    if (value instanceof Value.Text text) {
      return of(candidates.size() == 1 ? candidates.get(0) : null, text);
    }
    if (!(value instanceof Value.Structure structure) || depth > Limit.DEPTH.standard()) {
      return null;
    }
    String type = type(structure, candidates);
    EntityReference reference = of(type, structure.attributes().get("id"));
    return reference != null && collect(structure.attributes().get("in"), reference.type(), depth)
        ? reference
        : null;
  }

  private static @Nullable String type(Value.Structure structure, List<String> candidates) {
    Value written = structure.attributes().get("type");
    if (written == null) {
      return candidates.size() == 1 ? candidates.get(0) : null;
    }
    return written instanceof Value.Text text && candidates.contains(text.text())
        ? text.text()
        : null;
  }

  private static @Nullable EntityReference of(@Nullable String type, @Nullable Value id) {
    return type != null && id instanceof Value.Text text && EntityReference.isId(text.text())
        ? new EntityReference(type, text.text())
        : null;
  }

  private boolean collect(@Nullable Value containers, String type, int depth) {
    if (containers == null) {
      return true;
    }
    if (!(containers instanceof Value.Sequence sequence)) {
      return false;
    }
    for (Value container : sequence.values()) {
      EntityReference reference = read(container, types.containersOf(type), depth + 1);
      if (reference == null) {
        return false;
      }
      ancestors.add(reference);
      if (ancestors.size() > Limit.ASSERTED_ANCESTORS.standard()) {
        return false;
      }
    }
    return true;
  }
}
