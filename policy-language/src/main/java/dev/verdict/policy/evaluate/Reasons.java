package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.BudgetExceededException;
import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.NoValue;
import dev.verdict.policy.condition.Unknown;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.request.VisibleText;
import dev.verdict.policy.text.PrintableText;
import dev.verdict.policy.work.Steps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes what rules say of why, once it is settled that they decide. That decides nothing: it has
 * an allowance of steps of its own, and where a text has no value or the allowance is spent, the
 * rule says no more than that it permits or denies. For one decision; made only where a rule on the
 * action computes what it says.
 */
final class Reasons implements NoValue.Visitor<RuleReference> {

  /** How many steps all texts of one decision may take together. */
  private static final long STEPS = 10_000;

  /** A text is cut after so many characters. */
  private static final int MAX_LENGTH = 1_000;

  private static final String SPENT =
      "`because` was not computed: what rules say of a decision may take "
          + STEPS
          + " steps together, and there are not so many left";
  private static final String EMPTY = "`because` has no visible character";

  private final Map<RuleReference, ReasonTemplate> templates;
  private final Frame frame;
  private final Map<RuleReference, String> faults = new HashMap<>();
  private @Nullable Unknown unknown;

  /**
   * @param templates of the rules that compute what they say
   * @param frame that the rules were evaluated with
   */
  Reasons(Map<RuleReference, ReasonTemplate> templates, Frame frame) {
    this.templates = templates;
    this.frame = frame;
  }

  /** The same decision in the words of its rules. */
  Decision told(Decision decision) {
    long left = frame.setStepsAside(STEPS);
    try {
      Reason first = told(decision.reason());
      List<Reason> others = decision.otherReasons().stream().map(this::told).toList();
      return first.equals(decision.reason()) && others.isEmpty()
          ? decision
          : decision.withReasons(first, others);
    } finally {
      frame.takeStepsBack(left);
    }
  }

  /** Why rules that decide could not say what they compute. */
  Map<RuleReference, String> faults() {
    return faults;
  }

  /** What has to be learned before all texts are certain; absent where they are. */
  Optional<Unknown> unknown() {
    return Optional.ofNullable(unknown);
  }

  private Reason told(Reason reason) {
    ReasonTemplate template =
        isOfMatch(reason.code()) ? reason.rule().map(templates::get).orElse(null) : null;
    String text = template == null ? null : text(template, reason.rule().orElseThrow());
    return text == null ? reason : new Reason(reason.code(), text, reason.rule());
  }

  private static boolean isOfMatch(ReasonCode code) {
    return code == ReasonCode.PERMITTED || code == ReasonCode.DENIED_BY_RULE;
  }

  /** Null where there is none. */
  private @Nullable String text(ReasonTemplate template, RuleReference rule) {
    try {
      Object value = template.evaluate(frame);
      if (value instanceof String text && VisibleText.isIn(text)) {
        frame.charge(Steps.mapped(Math.min(text.length(), MAX_LENGTH)));
        return PrintableText.of(text, MAX_LENGTH);
      }
      if (value instanceof NoValue none) {
        none.accept(this, rule);
      } else {
        faults.put(rule, EMPTY);
      }
    } catch (BudgetExceededException exceeded) {
      faults.put(rule, SPENT);
      exceeded.unknown().ifPresent(missing -> unknown(missing, rule));
    }
    return null;
  }

  @Override
  public void error(EvaluationError error, RuleReference rule) {
    faults.put(rule, "`because` could not be computed: " + error.message());
  }

  @Override
  public void unknown(Unknown missing, RuleReference rule) {
    unknown = unknown == null ? missing : unknown.union(missing);
  }
}
