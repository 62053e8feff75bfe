package dev.verdict.policy.file;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A rule as written.
 *
 * @param id unique within the policy
 * @param effect from the key that lists the actions: {@code permit} or {@code deny}
 * @param target what it speaks of
 * @param condition the {@code when}; absent: always
 * @param because what is told where it decides; absent: that it does
 * @param fields which properties the rule speaks of; absent: all
 * @param span where the rule begins
 */
public record RuleDeclaration(
    Located<String> id,
    Effect effect,
    TargetDeclaration target,
    Optional<WrittenExpression> condition,
    Optional<BecauseDeclaration> because,
    Optional<FieldsDeclaration> fields,
    List<ObligationDeclaration> obligations,
    List<ObligationDeclaration> advice,
    Span span) {

  public RuleDeclaration {
    obligations = List.copyOf(obligations);
    advice = List.copyOf(advice);
  }
}
