package dev.verdict.policy.compile;

import dev.verdict.policy.condition.BuiltIn;
import dev.verdict.policy.condition.NameIndex;
import dev.verdict.policy.condition.Slot;
import dev.verdict.policy.condition.SubjectSlot;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives each attribute that the rules of one resource type read a slot of its own. */
final class SlotTable {

  private final ResourceType resource;
  private final Schema schema;
  private final SlotPool pool;
  private final Map<AttributePath, Integer> numbers = new HashMap<>();
  private final List<Slot> slots = new ArrayList<>();

  SlotTable(ResourceType resource, Schema schema, SlotPool pool) {
    this.resource = resource;
    this.schema = schema;
    this.pool = pool;
  }

  /** The slot's number, the same for the same attribute. */
  int number(AttributePath path) {
    Integer known = numbers.get(path);
    return known == null ? add(path, slot(path)) : known;
  }

  /** A slot of its own for names that the subject has, as a bit set. */
  int names(AttributePath path, NameIndex index) {
    slots.add(Slot.names(path.toString(), ofSubject(path), index));
    return slots.size() - 1;
  }

  private SubjectSlot ofSubject(AttributePath path) {
    return pool.ofSubject(
        path.toString(),
        declarations(
            path.name(),
            schema.subjects().values().stream()
                .map(type -> Map.entry(type.name(), type.attributes()))));
  }

  List<Slot> slots() {
    return slots;
  }

  private int add(AttributePath path, Slot slot) {
    slots.add(slot);
    numbers.put(path, slots.size() - 1);
    return slots.size() - 1;
  }

  private Slot slot(AttributePath path) {
    BuiltIn builtIn = builtIn(path);
    if (builtIn != null) {
      return pool.builtIn(builtIn);
    }
    String name = path.name();
    if (name.equals(AttributePath.TENANT_CONTRADICTED)) {
      return contradiction(path);
    }
    return switch (path.root()) {
      case SUBJECT, ACTOR -> ofSubject(path);
      case ACTED_FOR ->
          pool.ofActedFor(path.toString(), slot(new AttributePath(Root.SUBJECT, name)));
      case RESOURCE -> pool.ofResource(path.toString(), attribute(resource.attributes(), name));
      case ACTION ->
          pool.ofAction(
              path.toString(),
              declarations(
                  name,
                  resource.actions().values().stream()
                      .map(action -> Map.entry(action.name(), action.attributes()))));
      case CONTEXT -> pool.ofContext(path.toString(), attribute(schema.context(), name));
    };
  }

  /** INVARIANT: only the guard of a type that has a tenant asks for the resource's. */
  private Slot contradiction(AttributePath path) {
    if (path.root() == Root.RESOURCE) {
      String tenant = resource.tenantAttribute().orElseThrow();
      return pool.contradictionOf(
          pool.ofResource("resource." + tenant, attribute(resource.attributes(), tenant)));
    }
    var tenants = new HashMap<String, AttributeDeclaration>();
    for (SubjectType type : schema.subjects().values()) {
      type.tenantAttribute()
          .ifPresent(name -> tenants.put(type.name(), attribute(type.attributes(), name)));
    }
    return pool.contradictionOf(pool.ofSubject(path.toString(), tenants));
  }

  private static Map<String, AttributeDeclaration> declarations(
      String name, Stream<Map.Entry<String, Map<String, AttributeDeclaration>>> owners) {
    return owners
        .filter(owner -> owner.getValue().containsKey(name))
        .collect(Collectors.toMap(Map.Entry::getKey, owner -> attribute(owner.getValue(), name)));
  }

  /** INVARIANT: the checker let only declared attributes through. */
  private static AttributeDeclaration attribute(
      Map<String, AttributeDeclaration> declared, String name) {
    return Objects.requireNonNull(declared.get(name), name);
  }

  private static @Nullable BuiltIn builtIn(AttributePath path) {
    return switch (path.root()) {
      case SUBJECT, ACTOR ->
          switch (path.name()) {
            case "id" -> BuiltIn.SUBJECT_ID;
            case "type" -> BuiltIn.SUBJECT_TYPE;
            default -> null;
          };
      case RESOURCE ->
          switch (path.name()) {
            case "id" -> BuiltIn.RESOURCE_ID;
            case "type" -> BuiltIn.RESOURCE_TYPE;
            default -> null;
          };
      case ACTION -> path.name().equals("name") ? BuiltIn.ACTION_NAME : null;
      case CONTEXT -> path.name().equals("now") ? BuiltIn.NOW : null;
      case ACTED_FOR -> null;
    };
  }
}
