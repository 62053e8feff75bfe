package dev.verdict.policy.compile;

import dev.verdict.policy.condition.BuiltIn;
import dev.verdict.policy.condition.ResourceSlot;
import dev.verdict.policy.condition.Slot;
import dev.verdict.policy.condition.SubjectSlot;
import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.OpenActions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The slots of a repository. What several resource types declare alike is one object: a decision on
 * one type then finds in the processor's caches what decisions on others left there.
 */
final class SlotPool {

  private final StoredAttributes data;
  private final Map<Object, Slot> slots = new HashMap<>();
  private final Map<Object, SubjectSlot> ofSubjects = new HashMap<>();
  private final Map<Object, ResourceSlot> ofResources = new HashMap<>();

  SlotPool(StoredAttributes data) {
    this.data = data;
  }

  Slot builtIn(BuiltIn builtIn) {
    return shared(List.of(builtIn), () -> Slot.builtIn(builtIn));
  }

  SubjectSlot ofSubject(
      String path,
      Map<String, AttributeDeclaration> declarations,
      Map<String, Set<String>> others) {
    return ofSubjects.computeIfAbsent(
        List.of(path, declarations, others),
        wanted -> Slot.ofSubject(path, declarations, others, data));
  }

  Slot ofActedFor(String path, Slot ofSubject) {
    return shared(List.of("acted for", path, ofSubject), () -> Slot.ofActedFor(path, ofSubject));
  }

  ResourceSlot ofResource(String path, AttributeDeclaration declaration, Set<String> others) {
    return ofResources.computeIfAbsent(
        List.of(path, declaration, others),
        wanted -> Slot.ofResource(path, declaration, others, data));
  }

  Slot contradictionOf(SubjectSlot tenant) {
    return shared(List.of("contradiction", tenant), () -> Slot.contradictionOf(tenant));
  }

  Slot contradictionOf(ResourceSlot tenant) {
    return shared(List.of("contradiction", tenant), () -> Slot.contradictionOf(tenant));
  }

  Slot ofAction(
      String path,
      Map<String, AttributeDeclaration> declarations,
      Optional<OpenActions> open,
      Map<String, Set<String>> others) {
    return shared(
        List.of(path, declarations, open, others),
        () -> Slot.ofAction(path, declarations, open, others, data));
  }

  Slot ofContext(String path, AttributeDeclaration declaration, Set<String> others) {
    return shared(
        List.of(path, declaration, others), () -> Slot.ofContext(path, declaration, others, data));
  }

  private Slot shared(List<Object> key, Supplier<Slot> slot) {
    return slots.computeIfAbsent(key, wanted -> slot.get());
  }
}
