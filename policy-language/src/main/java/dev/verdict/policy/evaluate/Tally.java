package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts how the rules of one request fared, and makes the decision of it. For one thread. */
final class Tally {

  private final List<CompiledRule> denies = new ArrayList<>(2);
  private final List<CompiledRule> permits = new ArrayList<>(2);
  private @Nullable CompiledRule deny;
  private @Nullable RuleError denyInError;
  private @Nullable RuleError permitInError;

  /**
   * Counts a rule whose target matched.
   *
   * @param value of its condition
   */
  void add(CompiledRule rule, Object value) {
    if (value == Boolean.TRUE) {
      addMatch(rule);
    } else if (value instanceof EvaluationError error) {
      addError(new RuleError(rule, error));
    }
  }

  private void addMatch(CompiledRule rule) {
    if (rule.effect() == Effect.PERMIT) {
      permits.add(rule);
      return;
    }
    denies.add(rule);
    if (deny == null && rule.deniesAll()) {
      deny = rule;
    }
  }

  private void addError(RuleError error) {
    if (error.rule().effect() == Effect.PERMIT) {
      permitInError = permitInError == null ? error : permitInError;
    } else {
      denyInError = denyInError == null ? error : denyInError;
    }
  }

  /** Whether no permit rule can change the decision any more. */
  boolean isDenied() {
    return deny != null || denyInError != null;
  }

  /**
   * @param otherwise the reason where no rule has anything to say
   */
  Decision decision(Reason otherwise, String revision) {
    Outcome outcome =
        Outcome.of(deny != null, denyInError != null, !permits.isEmpty(), permitInError != null);
    return switch (outcome) {
      case DENY -> deny(deny == null ? otherwise : deny.reason(), revision);
      case INDETERMINATE_DENY -> Decision.deny(reasonOf(denyInError, otherwise), revision);
      case PERMIT -> permit(revision);
      case INDETERMINATE_PERMIT -> Decision.deny(reasonOf(permitInError, otherwise), revision);
      case NOT_APPLICABLE -> Decision.deny(otherwise, revision);
    };
  }

  private static Reason reasonOf(@Nullable RuleError error, Reason otherwise) {
    return error == null ? otherwise : error.reason();
  }

  private Decision deny(Reason reason, String revision) {
    return new Decision(
        false,
        reason,
        FieldGrant.NONE,
        all(denies, CompiledRule::obligations),
        all(denies, CompiledRule::advice),
        revision);
  }

  private Decision permit(String revision) {
    FieldGrant fields = FieldGrant.NONE;
    for (CompiledRule rule : permits) {
      fields = fields.union(rule.fields());
    }
    for (CompiledRule rule : denies) {
      fields = fields.minus(rule.fields());
    }
    if (fields.isNone()) {
      return Decision.deny(
          new Reason(
              ReasonCode.NO_FIELDS_LEFT, "the matching rules leave no property of the resource"),
          revision);
    }
    return new Decision(
        true,
        permits.get(0).reason(),
        fields,
        all(permits, CompiledRule::obligations),
        all(permits, CompiledRule::advice),
        revision);
  }

  private static List<Obligation> all(
      List<CompiledRule> rules, Function<CompiledRule, List<Obligation>> part) {
    if (rules.size() == 1) {
      return part.apply(rules.get(0));
    }
    return rules.stream().map(part).flatMap(List::stream).distinct().toList();
  }
}
