package dev.verdict.policy.compile;

import dev.verdict.policy.condition.BuiltIn;
import dev.verdict.policy.condition.NameIndex;
import dev.verdict.policy.condition.ResourceSlot;
import dev.verdict.policy.condition.Slot;
import dev.verdict.policy.condition.SubjectSlot;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.text.Misspelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
    Map<String, Map<String, AttributeDeclaration>> owners =
        schema.subjects().values().stream()
            .collect(Collectors.toMap(SubjectType::name, SubjectType::attributes));
    return pool.ofSubject(
        path.toString(), declarations(path.name(), owners), othersOfEach(path.name(), owners));
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
      case RESOURCE -> ofResource(path.toString(), name);
      case ACTION -> ofAction(path);
      case CONTEXT ->
          pool.ofContext(
              path.toString(), attribute(schema.context(), name), others(name, schema.context()));
    };
  }

  private ResourceSlot ofResource(String path, String name) {
    Map<String, AttributeDeclaration> declared = resource.attributes();
    return pool.ofResource(path, attribute(declared, name), others(name, declared));
  }

  private Slot ofAction(AttributePath path) {
    Map<String, Map<String, AttributeDeclaration>> owners =
        resource.actions().values().stream()
            .collect(Collectors.toMap(ActionDeclaration::name, ActionDeclaration::attributes));
    return pool.ofAction(
        path.toString(),
        declarations(path.name(), owners),
        resource.open(),
        othersOfEach(path.name(), owners));
  }

  /** INVARIANT: only the guard of a type that has a tenant asks for the resource's. */
  private Slot contradiction(AttributePath path) {
    if (path.root() == Root.RESOURCE) {
      String tenant = resource.tenantAttribute().orElseThrow();
      return pool.contradictionOf(ofResource("resource." + tenant, tenant));
    }
    var tenants = new HashMap<String, AttributeDeclaration>();
    for (SubjectType type : schema.subjects().values()) {
      type.tenantAttribute()
          .ifPresent(name -> tenants.put(type.name(), attribute(type.attributes(), name)));
    }
    return pool.contradictionOf(pool.ofSubject(path.toString(), tenants, Map.of()));
  }

  private static Map<String, AttributeDeclaration> declarations(
      String name, Map<String, Map<String, AttributeDeclaration>> owners) {
    return owners.entrySet().stream()
        .filter(owner -> owner.getValue().containsKey(name))
        .collect(Collectors.toMap(Map.Entry::getKey, owner -> attribute(owner.getValue(), name)));
  }

  /** By owner, where there are any. */
  private static Map<String, Set<String>> othersOfEach(
      String name, Map<String, Map<String, AttributeDeclaration>> owners) {
    var others = new HashMap<String, Set<String>>();
    owners.forEach(
        (owner, declared) -> {
          Set<String> found = others(name, declared);
          if (!found.isEmpty()) {
            others.put(owner, found);
          }
        });
    return others;
  }

  /** Declared names that are nearly this one: where they come, they mean themselves. */
  private static Set<String> others(String name, Map<String, AttributeDeclaration> declared) {
    return declared.keySet().stream()
        .filter(other -> !other.equals(name) && Misspelling.isOf(other, name))
        .collect(Collectors.toUnmodifiableSet());
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
