package dev.verdict.policy.rename;

import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.syntax.Syntax;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds what the attributes in expressions of one scope are attributes of. */
final class AttributeUses {

  private static final Map<String, NameDomain> OF_SUBJECTS =
      Map.of(
          "type", NameDomain.of(NameSort.TYPE),
          "roles", NameDomain.of(NameSort.ROLE),
          "scopes", NameDomain.of(NameSort.SCOPE));

  private final RuleScope scope;
  private final Schema schema;
  private final NameUses uses;

  AttributeUses(RuleScope scope, Schema schema, NameUses uses) {
    this.scope = scope;
    this.schema = schema;
    this.uses = uses;
  }

  Meaning of(Root root, Syntax.Access access) {
    return switch (root) {
      case SUBJECT, ACTED_FOR -> ofSubjects(scope.subjects(), access);
      case ACTOR -> ofSubjects(scope.actors(), access);
      case ACTION -> ofActions(access);
      case RESOURCE -> ofResources(access);
      case CONTEXT ->
          declared(access, Map.of("context", schema.context()), NameSort.CONTEXT_ATTRIBUTE);
    };
  }

  private Meaning ofSubjects(Set<SubjectType> types, Syntax.Access access) {
    NameDomain names = OF_SUBJECTS.get(access.name());
    if (names != null) {
      return Meaning.of(names);
    }
    var owners = new HashMap<String, Map<String, AttributeDeclaration>>();
    types.forEach(type -> owners.put(type.name(), type.attributes()));
    return declared(access, owners, NameSort.SUBJECT_ATTRIBUTE);
  }

  private Meaning ofResources(Syntax.Access access) {
    if (access.name().equals("type")) {
      return Meaning.of(NameDomain.of(NameSort.TYPE));
    }
    var owners = new HashMap<String, Map<String, AttributeDeclaration>>();
    scope.resources().forEach(type -> owners.put(type.name(), type.attributes()));
    return declared(access, owners, NameSort.RESOURCE_ATTRIBUTE);
  }

  private Meaning ofActions(Syntax.Access access) {
    if (access.name().equals("name")) {
      return Meaning.of(new NameDomain(NameSort.ACTION, scope.resourceNames()));
    }
    if (access.name().equals(ActionDeclaration.FIELDS) && scope.writes()) {
      return Meaning.of(new NameDomain(NameSort.RESOURCE_ATTRIBUTE, scope.resourceNames()));
    }
    var owners = new HashMap<String, Map<String, AttributeDeclaration>>();
    for (ResourceType type : scope.resources()) {
      type.actions().values().stream()
          .filter(scope::isAbout)
          .forEach(action -> owners.put(type.name() + "." + action.name(), action.attributes()));
    }
    return declared(access, owners, NameSort.ACTION_ATTRIBUTE);
  }

  private Meaning declared(
      Syntax.Access access, Map<String, Map<String, AttributeDeclaration>> owners, NameSort sort) {
    var meant = new HashSet<Name>();
    Meaning meaning = Meaning.PLAIN;
    for (Map.Entry<String, Map<String, AttributeDeclaration>> owner : owners.entrySet()) {
      AttributeDeclaration declaration = owner.getValue().get(access.name());
      if (declaration != null) {
        meant.add(new Name(sort, owner.getKey(), access.name()));
        meaning = meaning.or(Meaning.of(declaration.type()));
      }
    }
    meant.removeIf(name -> sort.builtIn().contains(name.text()));
    uses.behindDot(access.fragment(), access.name(), meant);
    return meaning;
  }
}
