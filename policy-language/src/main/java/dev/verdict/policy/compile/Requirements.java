package dev.verdict.policy.compile;

import dev.verdict.policy.check.CheckedTarget;
import dev.verdict.policy.check.DerivedRole;
import dev.verdict.policy.condition.AndNode;
import dev.verdict.policy.condition.CoalesceNode;
import dev.verdict.policy.condition.ConstantNode;
import dev.verdict.policy.condition.ContainsNode;
import dev.verdict.policy.condition.HasOneOfNode;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.condition.OrNode;
import dev.verdict.policy.condition.ValidNode;
import dev.verdict.policy.evaluate.Requirement;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compiles the parts of targets that most rules do not have. */
final class Requirements {

  private static final AttributePath NOW = new AttributePath(Root.CONTEXT, "now");
  private static final AttributePath TYPE = new AttributePath(Root.SUBJECT, "type");
  private static final AttributePath ROLES = new AttributePath(Root.SUBJECT, "roles");
  private static final AttributePath ACTOR_TYPE = new AttributePath(Root.ACTOR, "type");
  private static final AttributePath ACTED_FOR_TYPE = new AttributePath(Root.ACTED_FOR, "type");
  private static final Node NOBODY = new ConstantNode("");
  private static final Node NO_NAMES = new ConstantNode(Set.of());

  private final ExpressionCompiler expressions;
  private final SlotTable slots;
  private final IdentityHashMap<DerivedRole, Node> derivedRoles = new IdentityHashMap<>();

  Requirements(ExpressionCompiler expressions, SlotTable slots) {
    this.expressions = expressions;
    this.slots = slots;
  }

  /** All that such a target asks for beyond equality. */
  List<Requirement> of(CheckedTarget target) {
    var requirements = new ArrayList<Requirement>();
    if (!target.actorTypes().isEmpty()) {
      requirements.add(actor(target));
    }
    if (!target.validity().isAlways()) {
      requirements.add(
          new Requirement(
              new ValidNode(expressions.read(NOW), target.validity()),
              "the time of validity",
              "the rule is valid " + target.validity() + " only"));
    }
    if (!target.derivedRoles().isEmpty()) {
      requirements.add(roles(target));
    }
    return requirements;
  }

  /** Whether all that is required and the condition hold. */
  static Node and(List<Requirement> requirements, Node condition) {
    if (requirements.isEmpty()) {
      return condition;
    }
    return new AndNode(
        Stream.concat(requirements.stream().map(Requirement::node), Stream.of(condition)).toList());
  }

  /** Somebody of the one types acts for somebody of the others. */
  private Requirement actor(CheckedTarget target) {
    Node acts =
        new ContainsNode(new ConstantNode(target.actorTypes()), expressions.read(ACTOR_TYPE));
    Node forSubject =
        new ContainsNode(
            new ConstantNode(target.subjectTypes()),
            new CoalesceNode(slots.number(ACTED_FOR_TYPE), NOBODY));
    return new Requirement(
        new AndNode(List.of(forSubject, acts)),
        "who acts for whom",
        "the rule speaks of "
            + quoted(target.actorTypes())
            + " acting for "
            + quoted(target.subjectTypes()));
  }

  /** A role that the subject brings along, or one that it has by a condition. */
  private Requirement roles(CheckedTarget target) {
    var ways = new ArrayList<Node>();
    if (!target.roles().isEmpty()) {
      ways.add(bringsOneOf(target.roles()));
    }
    for (DerivedRole role : target.derivedRoles()) {
      ways.add(derivedRoles.computeIfAbsent(role, this::derived));
    }
    String derived =
        "derived roles " + quoted(target.derivedRoles().stream().map(DerivedRole::name).toList());
    String brought = target.roles().isEmpty() ? "" : "roles " + quoted(target.roles()) + " and ";
    return new Requirement(
        new OrNode(ways), "the " + derived, "the subject has none of the " + brought + derived);
  }

  private Node derived(DerivedRole role) {
    var all = new ArrayList<Node>();
    all.add(new ContainsNode(new ConstantNode(role.subjectTypes()), expressions.read(TYPE)));
    if (!role.roles().isEmpty()) {
      all.add(bringsOneOf(role.roles()));
    }
    all.add(expressions.compile(role.condition()));
    return expressions.remembered(new AndNode(all));
  }

  private Node bringsOneOf(Set<String> roles) {
    return new HasOneOfNode(new CoalesceNode(slots.number(ROLES), NO_NAMES), roles);
  }

  private static String quoted(Collection<String> names) {
    return "`" + String.join("`, `", new TreeSet<>(names)) + "`";
  }
}
