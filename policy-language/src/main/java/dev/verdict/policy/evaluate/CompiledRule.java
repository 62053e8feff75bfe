package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import java.util.List;
import java.util.Optional;

/**
 * A rule, ready to be evaluated.
 *
 * @param order its place among the rules of the resource type
 * @param requirements parts of the target that the condition includes, for explanations
 * @param condition true, false or an error
 * @param structure what the author's condition consists of, for explanations; absent where there is
 *     none
 * @param values what the condition evaluates besides, for explanations
 * @param reason of a decision that this rule makes
 * @param alone the decision where no other rule has anything to say and all duties are fixed
 */
public record CompiledRule(
    int order,
    RuleReference reference,
    Effect effect,
    Target target,
    List<Requirement> requirements,
    Node condition,
    Optional<ConditionPart> structure,
    List<RequiredValue> values,
    FieldGrant fields,
    Duties duties,
    Reason reason,
    Decision alone) {

  static final Reason NO_FIELDS_LEFT =
      new Reason(ReasonCode.NO_FIELDS_LEFT, "the matching rules leave no property of the resource");

  /**
   * A rule that stands in the repository.
   *
   * @param because the author's words for the reason
   * @param revision names the state of the repository
   */
  public static CompiledRule of(
      int order,
      RuleReference reference,
      Effect effect,
      Target target,
      List<Requirement> requirements,
      Node condition,
      Optional<ConditionPart> structure,
      List<RequiredValue> values,
      FieldGrant fields,
      Duties duties,
      Optional<String> because,
      String revision) {
    Reason reason = reasonOf(effect, reference, because);
    boolean permit = effect == Effect.PERMIT;
    List<Obligation> obligations = List.of();
    List<Obligation> advice = List.of();
    if (duties instanceof Duties.Fixed fixed) {
      obligations = fixed.obligations();
      advice = fixed.advice();
    }
    Decision alone =
        permit && fields.isNone()
            ? Decision.deny(NO_FIELDS_LEFT, revision)
            : new Decision(
                permit, reason, permit ? fields : FieldGrant.NONE, obligations, advice, revision);
    return new CompiledRule(
        order,
        reference,
        effect,
        target,
        requirements,
        condition,
        structure,
        values,
        fields,
        duties,
        reason,
        alone);
  }

  private static Reason reasonOf(Effect effect, RuleReference reference, Optional<String> because) {
    boolean permit = effect == Effect.PERMIT;
    return new Reason(
        permit ? ReasonCode.PERMITTED : ReasonCode.DENIED_BY_RULE,
        because.orElse(
            "rule `" + reference.rule() + "` " + (permit ? "permits" : "denies") + " this"),
        Optional.of(reference));
  }

  /** Whether the rule matches: its target fits and its condition holds; or an error. */
  Object evaluate(Requester requester, Frame frame) {
    return target.matches(requester) ? condition.evaluate(frame) : false;
  }

  /** The decision where no other rule has anything to say. */
  Decision alone(Frame frame) {
    return duties instanceof Duties.Fixed || alone.permitted() != (effect == Effect.PERMIT)
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
    return effect == Effect.DENY && fields.isAll();
  }
}
