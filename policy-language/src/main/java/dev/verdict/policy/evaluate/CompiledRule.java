package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Node;
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
 * @param condition true, false or an error
 * @param conjuncts what the condition consists of, for explanations; empty where it always holds
 * @param reason of a decision that this rule makes
 */
public record CompiledRule(
    RuleReference reference,
    Effect effect,
    Target target,
    Node condition,
    List<Conjunct> conjuncts,
    FieldGrant fields,
    List<Obligation> obligations,
    List<Obligation> advice,
    Reason reason) {

  /** The reason of a decision that such a rule makes. */
  public static Reason reasonOf(Effect effect, RuleReference reference, Optional<String> because) {
    boolean permit = effect == Effect.PERMIT;
    return new Reason(
        permit ? ReasonCode.PERMITTED : ReasonCode.DENIED_BY_RULE,
        because.orElse(
            "rule `" + reference.rule() + "` " + (permit ? "permits" : "denies") + " this"),
        Optional.of(reference));
  }

  /** Whether the rule, where it matches, denies the whole resource. */
  boolean deniesAll() {
    return effect == Effect.DENY && fields.isAll();
  }
}
