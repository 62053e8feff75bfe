package dev.verdict.policy.check.expression;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.EntityTypes;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a rule's condition may read: the attributes that every subject type and every action of the
 * rule's target has.
 */
public final class Scope {

  /** By root, then by the name of the owner: a subject type, an action. */
  private final Map<Root, Map<String, Map<String, AttributeDeclaration>>> owners =
      new EnumMap<>(Root.class);

  private final EntityTypes entities;

  /**
   * @param subjects the subject types of the rule's target, at least one
   * @param actors the types of those who act for them; empty: the rule is not about actors
   * @param actions the actions of the rule's target, at least one
   */
  public Scope(
      ResourceType resource,
      Collection<SubjectType> subjects,
      Collection<SubjectType> actors,
      Collection<ActionDeclaration> actions,
      Map<String, AttributeDeclaration> context,
      EntityTypes entities) {
    this.entities = entities;
    var actionOwners = new TreeMap<String, Map<String, AttributeDeclaration>>();
    for (ActionDeclaration action : actions) {
      actionOwners.put(action.name(), withStrings(action.attributes(), "name"));
    }
    if (actors.isEmpty()) {
      owners.put(Root.SUBJECT, subjectOwners(subjects));
    } else {
      owners.put(Root.ACTED_FOR, subjectOwners(subjects));
      owners.put(Root.ACTOR, subjectOwners(actors));
    }
    owners.put(Root.ACTION, actionOwners);
    owners.put(
        Root.RESOURCE, Map.of(resource.name(), withStrings(resource.attributes(), "id", "type")));
    owners.put(Root.CONTEXT, Map.of("context", withNow(context)));
  }

  private static Map<String, Map<String, AttributeDeclaration>> subjectOwners(
      Collection<SubjectType> types) {
    var subjectOwners = new TreeMap<String, Map<String, AttributeDeclaration>>();
    for (SubjectType type : types) {
      subjectOwners.put(type.name(), withStrings(type.attributes(), "id", "type"));
    }
    return subjectOwners;
  }

  /** What a word stands for here: in a rule about actors the subject is who is acted for. */
  Optional<Root> root(String word) {
    return owners.keySet().stream()
        .filter(root -> root.word().equals(word))
        .findFirst()
        .or(() -> Root.named(word));
  }

  /** What references may be of. */
  EntityTypes entities() {
    return entities;
  }

  /** The subject types or actions that the rule speaks of. */
  Set<String> owners(Root root) {
    return ownersOf(root).keySet();
  }

  /** Whether the attribute may be absent of one of these owners. */
  boolean isOptional(AttributePath path, Set<String> among) {
    return ownersOf(path.root()).entrySet().stream()
        .filter(owner -> among.contains(owner.getKey()))
        .flatMap(owner -> Stream.ofNullable(owner.getValue().get(path.name())))
        .anyMatch(AttributeDeclaration::optional);
  }

  /** The declarations of an attribute, one for each owner that has it. */
  List<AttributeDeclaration> declarations(AttributePath path) {
    return ownersOf(path.root()).values().stream()
        .filter(attributes -> attributes.containsKey(path.name()))
        .map(attributes -> attributes.get(path.name()))
        .toList();
  }

  /** The names of the owners that do not declare an attribute. */
  List<String> ownersWithout(AttributePath path) {
    return ownersOf(path.root()).entrySet().stream()
        .filter(owner -> !owner.getValue().containsKey(path.name()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** All names under a root, for suggestions. */
  Set<String> names(Root root) {
    var names = new TreeSet<String>();
    ownersOf(root).values().forEach(attributes -> names.addAll(attributes.keySet()));
    return names;
  }

  private Map<String, Map<String, AttributeDeclaration>> ownersOf(Root root) {
    return owners.getOrDefault(root, Map.of());
  }

  private static Map<String, AttributeDeclaration> withStrings(
      Map<String, AttributeDeclaration> declared, String... names) {
    var all = new TreeMap<>(declared);
    for (String name : names) {
      all.put(name, builtIn(name, Simple.STRING));
    }
    return all;
  }

  private static Map<String, AttributeDeclaration> withNow(
      Map<String, AttributeDeclaration> declared) {
    var all = new TreeMap<>(declared);
    all.put("now", builtIn("now", Simple.TIMESTAMP));
    return all;
  }

  private static AttributeDeclaration builtIn(String name, Type type) {
    return new AttributeDeclaration(name, type, false, true, false);
  }
}
