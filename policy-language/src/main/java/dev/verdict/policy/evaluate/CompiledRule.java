package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.NoValue;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.expression.Because;
import dev.verdict.policy.tree.RuleTree;
import java.util.List;
import java.util.Optional;

/**
 * A rule, ready to be evaluated.
 *
 * @param order its place among the rules of the resource type
 * @param tree what the rule says, for explanations
 * @param target the requirements that are compared as bit sets
 * @param condition all other requirements, what the author wrote in {@code when}, and that what has
 *     to have a value has one; true, false or an error
 * @param price what target and condition cost, whatever the request holds
 * @param because finds what to tell of a decision that this rule makes, where that is computed
 * @param reason of such a decision otherwise, and where nothing comes of computing it
 * @param alone the decision where no other rule has anything to say and all duties are fixed
 */
public record CompiledRule(
    int order,
    RuleTree tree,
    Target target,
    Node condition,
    long price,
    Duties duties,
    Optional<ReasonTemplate> because,
    Reason reason,
    Decision alone) {

  static final Reason NO_FIELDS_LEFT =
      new Reason(ReasonCode.NO_FIELDS_LEFT, "the matching rules leave no property of the resource");

  /**
   * A rule that stands in the repository.
   *
   * @param revision names the state of the repository
   */
  public static CompiledRule of(
      int order,
      RuleTree tree,
      Target target,
      Node condition,
      long price,
      Duties duties,
      Optional<ReasonTemplate> because,
      String revision) {
    Reason reason = reasonOf(tree);
    boolean permit = tree.effect() == Effect.PERMIT;
    List<Obligation> obligations = List.of();
    List<Obligation> advice = List.of();
    if (duties instanceof Duties.Fixed fixed) {
      obligations = fixed.obligations();
      advice = fixed.advice();
    }
    Decision alone =
        permit && tree.fields().isNone()
            ? Decision.deny(NO_FIELDS_LEFT, revision)
            : new Decision(
                permit,
                reason,
                permit ? tree.fields() : FieldGrant.NONE,
                obligations,
                advice,
                revision);
    return new CompiledRule(order, tree, target, condition, price, duties, because, reason, alone);
  }

  /** The same rule, whose prepared decision says for which later requests it holds. */
  public CompiledRule holding(Cacheability cacheability) {
    return new CompiledRule(
        order,
        tree,
        target,
        condition,
        price,
        duties,
        because,
        reason,
        alone.holding(cacheability));
  }

  private static Reason reasonOf(RuleTree tree) {
    boolean permit = tree.effect() == Effect.PERMIT;
    return new Reason(
        permit ? ReasonCode.PERMITTED : ReasonCode.DENIED_BY_RULE,
        tree.because()
            .flatMap(Because::fixed)
            .orElse(
                "rule `"
                    + tree.reference().rule()
                    + "` "
                    + (permit ? "permits" : "denies")
                    + " this"),
        Optional.of(tree.reference()));
  }

  RuleReference reference() {
    return tree.reference();
  }

  /** What the rule does where it matches. */
  public Effect effect() {
    return tree.effect();
  }

  FieldGrant fields() {
    return tree.fields();
  }

  /** Whether the rule matches: its target fits and its condition holds; or an error or unknown. */
  Object evaluate(Frame frame) {
    Object fits = target.evaluate(frame);
    if (fits == Boolean.FALSE) {
      return fits;
    }
    frame.charge(price);
    Object value = condition.evaluate(frame);
    return fits instanceof NoValue none && value != Boolean.FALSE ? none.with(value) : value;
  }

  /** The decision where no other rule has anything to say. */
  Decision alone(Frame frame) {
    return duties instanceof Duties.Fixed || alone.permitted() != (effect() == Effect.PERMIT)
        ? alone
        : new Decision(
            alone.permitted(),
            reason,
            alone.fields(),
            duties.obligations(frame),
            duties.advice(frame),
            alone.revision());
  }

  /** Whether the rule stands before another one on the same resource type. */
  boolean precedes(CompiledRule other) {
    return order < other.order;
  }

  /** Whether the rule, where it matches, denies the whole resource. */
  boolean deniesAll() {
    return effect() == Effect.DENY && fields().isAll();
  }
}
