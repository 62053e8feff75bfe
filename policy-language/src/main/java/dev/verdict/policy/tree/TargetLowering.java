package dev.verdict.policy.tree;

import dev.verdict.policy.checked.CheckedTarget;
import dev.verdict.policy.checked.DerivedRole;
import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Variable;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.tree.Requirement.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes requirements of the keys of rules: subjects, actors, roles, scopes, valid. */
final class TargetLowering {

  private static final String ROLES = "roles";
  private static final String SCOPES = "scopes";
  private static final String TYPE = "type";

  private static final Terms TARGETS = new Terms("target", Span.startOf("schema.yaml"));

  /** All rules that name a derived role share it, so that it is evaluated once for a request. */
  private final IdentityHashMap<DerivedRole, DerivedRoleTree> derivedRoles =
      new IdentityHashMap<>();

  /** What was made for a target, for others that differ in nothing but their actions. */
  private final Map<Demand, List<Requirement>> known = new HashMap<>();

  /**
   * A target without its actions.
   *
   * @param resource absent where it has no derived roles, which alone depend on it
   */
  private record Demand(
      Optional<String> resource,
      Set<String> subjectTypes,
      Set<String> actorTypes,
      Set<String> roles,
      List<String> derivedRoles,
      Set<String> scopes,
      Set<String> anyScopes,
      Validity validity) {

    static Demand of(String resource, CheckedTarget target) {
      List<String> derived = target.derivedRoles().stream().map(DerivedRole::name).toList();
      return new Demand(
          derived.isEmpty() ? Optional.empty() : Optional.of(resource),
          target.subjectTypes(),
          target.actorTypes(),
          target.roles(),
          derived,
          target.scopes(),
          target.anyScopes(),
          target.validity());
    }
  }

  /**
   * The requirements of a rule. Rules with equal targets share them: most have one that others
   * have, and a snapshot keeps them all.
   *
   * @param resource the resource type
   * @param terms of the rule; what rules on several resource types share stands at none of them
   */
  List<Requirement> lower(String resource, CheckedTarget target, Terms terms) {
    Demand demand = Demand.of(resource, target);
    Terms place = demand.resource().isPresent() ? terms : TARGETS;
    return known.computeIfAbsent(demand, first -> List.copyOf(requirements(target, place)));
  }

  private List<Requirement> requirements(CheckedTarget target, Terms terms) {
    var requirements = new ArrayList<Requirement>();
    if (!target.actorTypes().isEmpty()) {
      addActor(target, terms, requirements);
    }
    if (!target.validity().isAlways()) {
      requirements.add(validity(target.validity(), terms));
    }
    if (!target.derivedRoles().isEmpty()) {
      requirements.add(derivedRoles(target, terms));
    }
    if (target.actorTypes().isEmpty()) {
      requirements.add(subjectTypes(target.subjectTypes(), terms));
    }
    if (!target.roles().isEmpty() && target.derivedRoles().isEmpty()) {
      requirements.add(roles(target.roles(), terms));
    }
    addScopes(target, terms, requirements);
    return requirements;
  }

  private static Requirement subjectTypes(Set<String> types, Terms terms) {
    return subjectTypes(types, "the rule", terms);
  }

  /**
   * @param what speaks of them, for people
   */
  private static Requirement subjectTypes(Set<String> types, String what, Terms terms) {
    return new Requirement(
        Kind.SUBJECT_TYPES,
        types,
        terms.isAmong(terms.read(Root.SUBJECT, TYPE), types),
        "the subject type",
        what + " speaks of " + quoted(types) + " subjects");
  }

  private static Requirement roles(Set<String> roles, Terms terms) {
    return new Requirement(
        Kind.ROLES,
        roles,
        terms.hasOneOf(ROLES, roles),
        "the roles",
        "the subject has none of the roles " + quoted(roles));
  }

  /** Somebody of the one types acts for somebody of the others. */
  private static void addActor(CheckedTarget target, Terms terms, List<Requirement> requirements) {
    String unmet =
        "the rule speaks of "
            + quoted(target.actorTypes())
            + " acting for "
            + quoted(target.subjectTypes());
    requirements.add(
        new Requirement(
            Kind.ACTED_FOR_TYPES,
            target.subjectTypes(),
            terms.isAmong(
                terms.readOr(Root.ACTED_FOR, TYPE, terms.text("")), target.subjectTypes()),
            "who acts for whom",
            unmet));
    requirements.add(
        new Requirement(
            Kind.ACTOR_TYPES,
            target.actorTypes(),
            terms.isAmong(terms.read(Root.ACTOR, TYPE), target.actorTypes()),
            "who acts for whom",
            unmet));
  }

  private static Requirement validity(Validity validity, Terms terms) {
    var bounds = new ArrayList<Expression>();
    validity.from().ifPresent(from -> bounds.add(terms.notBefore(from)));
    validity.until().ifPresent(until -> bounds.add(terms.before(until)));
    return new Requirement(
        Kind.VALIDITY,
        Set.of(),
        terms.all(bounds),
        "the time of validity",
        "the rule is valid " + validity + " only");
  }

  /** A role that the subject brings along, or one that it has by a condition. */
  private Requirement derivedRoles(CheckedTarget target, Terms terms) {
    Optional<Expression> broughtRoles =
        target.roles().isEmpty()
            ? Optional.empty()
            : Optional.of(terms.hasOneOf(ROLES, target.roles()));
    var ways = new ArrayList<Expression>();
    broughtRoles.ifPresent(ways::add);
    List<DerivedRoleTree> derived = target.derivedRoles().stream().map(this::derivedRole).toList();
    derived.forEach(role -> ways.add(terms.use(role.variable())));
    List<String> derivedNames = derived.stream().map(DerivedRoleTree::name).toList();
    var names = new TreeSet<>(derivedNames);
    names.addAll(target.roles());
    String brought = target.roles().isEmpty() ? "" : "roles " + quoted(target.roles()) + " and ";
    return new Requirement(
        Kind.DERIVED_ROLES,
        names,
        broughtRoles,
        derived,
        terms.any(ways),
        "the derived roles " + quoted(derivedNames),
        "the subject has none of the " + brought + "derived roles " + quoted(derivedNames));
  }

  private DerivedRoleTree derivedRole(DerivedRole role) {
    return derivedRoles.computeIfAbsent(role, TargetLowering::tree);
  }

  private static DerivedRoleTree tree(DerivedRole role) {
    var terms = new Terms(role.name(), role.condition().fragment().span());
    var requirements = new ArrayList<Requirement>();
    requirements.add(subjectTypes(role.subjectTypes(), "the role", terms));
    if (!role.roles().isEmpty()) {
      requirements.add(roles(role.roles(), terms));
    }
    var all = new ArrayList<Expression>();
    requirements.forEach(requirement -> all.add(requirement.expression()));
    all.add(role.condition());
    return new DerivedRoleTree(
        new Variable(role.name(), terms.all(all)), requirements, role.condition());
  }

  private static void addScopes(CheckedTarget target, Terms terms, List<Requirement> requirements) {
    if (!target.scopes().isEmpty()) {
      requirements.add(
          new Requirement(
              Kind.SCOPES,
              target.scopes(),
              terms.hasAllOf(SCOPES, target.scopes()),
              "the scopes",
              "the subject lacks one of the scopes " + quoted(target.scopes())));
    }
    if (!target.anyScopes().isEmpty()) {
      requirements.add(
          new Requirement(
              Kind.ANY_SCOPE,
              target.anyScopes(),
              terms.hasOneOf(SCOPES, target.anyScopes()),
              "the scopes",
              "the subject has none of the scopes " + quoted(target.anyScopes())));
    }
  }

  /** In their order, for sentences. */
  static String quoted(Collection<String> names) {
    return "`" + String.join("`, `", new TreeSet<>(names)) + "`";
  }
}
