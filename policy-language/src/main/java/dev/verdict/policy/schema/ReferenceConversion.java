package dev.verdict.policy.schema;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.work.Steps;
import dev.verdict.policy.work.WorkMeter;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values to references. One is written as its id, or as {@code {id: .., in: [..]}} with what it
 * lies in, each a reference in its turn; {@code type: ..} stands beside the id where there are
 * several types that it could be of.
 *
 * <p>What the references of one collection say of the same entity adds up, whichever of them says
 * it and wherever it stands: an entity lies in all that can be reached from it. So the order of a
 * set never matters, nor which of two equal references it keeps. What is said of an entity of which
 * it is stored what it lies in is not read at all.
 */
final class ReferenceConversion {

  /** How often all references of one collection together may look from one to its container. */
  private static final Set<String> MEMBERS = Set.of("id", "in", "type");

  private static final int MAX_STEPS = 20 * Limit.ASSERTED_ANCESTORS.standard();

  /** To find id, type and containers of a reference, and to keep it in three tables. */
  private static final int READ = 8 * Steps.VALUE;

  private final EntityTypes types;
  private final WorkMeter meter;
  private final StoredAncestry stored;
  private final Map<EntityReference, Set<EntityReference>> containers = new HashMap<>();
  private int steps;

  private ReferenceConversion(EntityTypes types, WorkMeter meter, StoredAncestry stored) {
    this.types = types;
    this.meter = meter;
    this.stored = stored;
  }

  /** The reference; null where the value is none of that type, or lies in too much. */
  static @Nullable EntityReference convert(
      Value value, Type.Reference type, WorkMeter meter, StoredAncestry stored) {
    if (value instanceof Value.Text text) {
      meter.charge(Steps.VALUE + Steps.hashed(text.text().length()));
      return bare(type.entity(), text);
    }
    Object @Nullable [] references = convertAll(List.of(value), type, meter, stored);
    return references == null ? null : (EntityReference) references[0];
  }

  /** The references of one collection, in its order; null where one of them is none. */
  static Object @Nullable [] convertAll(
      List<Value> values, Type.Reference type, WorkMeter meter, StoredAncestry stored) {
    meter.charge((long) Steps.VALUE * values.size());
    var references = new Object[values.size()];
    ReferenceConversion conversion = null;
    for (int i = 0; i < references.length; i++) {
      Value value = values.get(i);
      EntityReference reference;
      if (value instanceof Value.Text text) {
        meter.charge(Steps.hashed(text.text().length()));
        reference = bare(type.entity(), text);
      } else {
        conversion =
            conversion == null ? new ReferenceConversion(type.types(), meter, stored) : conversion;
        reference = conversion.read(value, List.of(type.entity()), 0);
      }
      if (reference == null) {
        return null;
      }
      references[i] = reference;
    }
    return conversion == null || conversion.addAncestors(references) ? references : null;
  }

  private static @Nullable EntityReference bare(@Nullable String type, @Nullable Value id) {
    return type != null && id instanceof Value.Text text && EntityReference.isId(text.text())
        ? new EntityReference(type, text.text())
        : null;
  }

  /**
   * The reference without what it lies in, which is kept.
   *
   * @param candidates the types that it may be of
   */
  private @Nullable EntityReference read(Value value, List<String> candidates, int depth) {
    meter.charge(READ);
    if (value instanceof Value.Text text) {
      return bare(candidates.size() == 1 ? candidates.get(0) : null, text);
    }
    if (!(value instanceof Value.Structure structure)
        || depth > Limit.DEPTH.standard()
        || isMisspelt(structure.attributes())) {
      return null;
    }
    EntityReference reference = bare(type(structure, candidates), structure.attributes().get("id"));
    return reference != null && keep(structure.attributes().get("in"), reference, depth)
        ? reference
        : null;
  }

  /** Whether {@code In} or {@code ID} stands where {@code in} or {@code id} is meant. */
  private static boolean isMisspelt(Attributes members) {
    return members.misspelt("in", MEMBERS) != null
        || members.misspelt("id", MEMBERS) != null
        || members.misspelt("type", MEMBERS) != null;
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

  private boolean keep(@Nullable Value written, EntityReference reference, int depth) {
    if (written == null || stored.knows(reference)) {
      return true;
    }
    if (!(written instanceof Value.Sequence sequence)) {
      return false;
    }
    List<String> candidates = types.containersOf(reference.type());
    Set<EntityReference> direct =
        containers.computeIfAbsent(reference, first -> new LinkedHashSet<>());
    for (Value value : sequence.values()) {
      EntityReference container = read(value, candidates, depth + 1);
      if (container == null) {
        return false;
      }
      direct.add(container);
    }
    return true;
  }

  /** Puts references with all that they lie in in the place of bare ones; false: too much. */
  private boolean addAncestors(Object[] references) {
    var known = new HashMap<EntityReference, EntityReference>();
    for (int i = 0; i < references.length; i++) {
      var reference = (EntityReference) references[i];
      EntityReference full = known.get(reference);
      if (full == null) {
        Set<EntityReference> ancestors = ancestors(reference);
        if (isTooMuch(ancestors)) {
          return false;
        }
        full = new EntityReference(reference.type(), reference.id(), List.copyOf(ancestors));
        known.put(reference, full);
      }
      references[i] = full;
    }
    return true;
  }

  /** All that can be reached, or as many as show that there are too many. */
  private Set<EntityReference> ancestors(EntityReference reference) {
    var found = new LinkedHashSet<EntityReference>();
    var open = new ArrayDeque<>(List.of(reference));
    while (!open.isEmpty() && !isTooMuch(found)) {
      for (EntityReference container : containers.getOrDefault(open.remove(), Set.of())) {
        steps++;
        meter.charge(Steps.found(container));
        if (found.add(container)) {
          open.add(container);
        }
      }
    }
    return found;
  }

  private boolean isTooMuch(Set<EntityReference> ancestors) {
    return ancestors.size() > Limit.ASSERTED_ANCESTORS.standard() || steps > MAX_STEPS;
  }
}
