package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.NoValue;
import dev.verdict.policy.condition.Unknown;
import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Reason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts how the rules of one request fared, and makes the decision of it. Rules may come in any
 * order; what the decision says follows that of the repository. For one thread.
 */
final class Tally implements NoValue.Visitor<CompiledRule> {

  private @Nullable Matches denies;
  private @Nullable Matches permits;
  private @Nullable RuleError denyInError;
  private @Nullable RuleError permitInError;
  private @Nullable Unknown unknown;

  /**
   * Counts a rule.
   *
   * @param value of its target and condition together
   */
  void add(CompiledRule rule, Object value) {
    if (value == Boolean.TRUE) {
      addMatch(rule);
    } else if (value instanceof NoValue none) {
      none.accept(this, rule);
    }
  }

  private void addMatch(CompiledRule rule) {
    if (rule.effect() == Effect.PERMIT) {
      permits = Matches.with(permits, rule);
    } else {
      denies = Matches.with(denies, rule);
    }
  }

  @Override
  public void error(EvaluationError error, CompiledRule rule) {
    if (rule.effect() == Effect.PERMIT) {
      permitInError = RuleError.first(permitInError, rule, error);
    } else {
      denyInError = RuleError.first(denyInError, rule, error);
    }
  }

  @Override
  public void unknown(Unknown value, CompiledRule rule) {
    unknown = unknown == null ? value : unknown.union(value);
  }

  /**
   * What has to be learned before the decision is certain; absent where it is. Each rule that may
   * match matters, also to a decision that others have made: it may bring obligations, or stand
   * before them. Permits do not, where {@link #isDenied}: they were not asked.
   */
  Optional<Unknown> unknown() {
    return Optional.ofNullable(unknown);
  }

  /** Whether no permit rule can change the decision any more. */
  boolean isDenied() {
    return denyInError != null || deny() != null;
  }

  /** The first rule that denies the whole resource, or null. */
  private @Nullable CompiledRule deny() {
    return denies == null ? null : denies.firstDenyingAll();
  }

  /**
   * @param otherwise where no rule has anything to say
   * @param frame that the rules were evaluated with
   */
  Decision decision(Decision otherwise, Frame frame) {
    CompiledRule deny = deny();
    Outcome outcome =
        Outcome.of(deny != null, denyInError != null, permits != null, permitInError != null);
    return switch (outcome) {
      case DENY -> deny(deny, otherwise, frame);
      case INDETERMINATE_DENY -> inError(denyInError, otherwise);
      case PERMIT -> permit(otherwise, frame);
      case INDETERMINATE_PERMIT -> inError(permitInError, otherwise);
      case NOT_APPLICABLE -> otherwise;
    };
  }

  private static Decision inError(@Nullable RuleError error, Decision otherwise) {
    return error == null ? otherwise : Decision.deny(error.reason(), otherwise.revision());
  }

  private Decision deny(@Nullable CompiledRule deny, Decision otherwise, Frame frame) {
    if (deny == null || denies == null) {
      return otherwise;
    }
    if (denies.isSingle()) {
      return deny.alone(frame);
    }
    return decision(deny, denies.inOrder(), FieldGrant.NONE, otherwise.revision(), frame);
  }

  private Decision permit(Decision otherwise, Frame frame) {
    if (permits == null) {
      return otherwise;
    }
    if (denies == null && permits.isSingle()) {
      return permits.first().alone(frame);
    }
    List<CompiledRule> rules = permits.inOrder();
    FieldGrant fields = fields(rules);
    if (fields.isNone()) {
      return Decision.deny(CompiledRule.NO_FIELDS_LEFT, otherwise.revision());
    }
    return decision(rules.get(0), rules, fields, otherwise.revision(), frame);
  }

  /**
   * @param first whose reason is told first
   * @param rules all of its effect that matched, in the order of the repository
   */
  private static Decision decision(
      CompiledRule first,
      List<CompiledRule> rules,
      FieldGrant fields,
      String revision,
      Frame frame) {
    return new Decision(
        first.effect() == Effect.PERMIT,
        first.reason(),
        others(first, rules),
        fields,
        Duties.obligations(rules, frame),
        Duties.advice(rules, frame),
        revision,
        List.of(),
        Cacheability.WHILE_SNAPSHOT);
  }

  private static List<Reason> others(CompiledRule first, List<CompiledRule> rules) {
    if (rules.size() == 1) {
      return List.of();
    }
    var reasons = new Reason[rules.size() - 1];
    int count = 0;
    for (CompiledRule rule : rules) {
      if (rule.order() != first.order()) {
        reasons[count++] = rule.reason();
      }
    }
    return List.of(reasons);
  }

  private FieldGrant fields(List<CompiledRule> rules) {
    FieldGrant fields = FieldGrant.NONE;
    for (CompiledRule rule : rules) {
      fields = fields.union(rule.fields());
    }
    if (denies != null) {
      for (CompiledRule rule : denies.inOrder()) {
        fields = fields.minus(rule.fields());
      }
    }
    return fields;
  }
}
