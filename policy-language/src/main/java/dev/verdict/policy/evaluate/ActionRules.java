package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.decision.RuleReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules on one action of one resource type. Immutable.
 *
 * @param all in the order of the repository
 * @param denies finds the deny rules
 * @param permits finds the permit rules
 * @param periods in which decisions by these rules do not depend on the time
 * @param becauses of those rules that compute what they say of why
 * @param writeGuard what stands behind the rules where the action writes
 */
public record ActionRules(
    List<CompiledRule> all,
    RuleIndex denies,
    RuleIndex permits,
    HoldingPeriods periods,
    Map<RuleReference, ReasonTemplate> becauses,
    Optional<WriteGuard> writeGuard) {

  public ActionRules {
    all = List.copyOf(all);
    becauses = Map.copyOf(becauses);
  }

  /** The same, of which {@code becauses} are found among the rules. */
  public static ActionRules of(
      List<CompiledRule> all,
      RuleIndex denies,
      RuleIndex permits,
      HoldingPeriods periods,
      Optional<WriteGuard> writeGuard) {
    var becauses = new HashMap<RuleReference, ReasonTemplate>();
    for (CompiledRule rule : all) {
      rule.because().ifPresent(because -> becauses.put(rule.reference(), because));
    }
    return new ActionRules(all, denies, permits, periods, becauses, writeGuard);
  }

  /** These rules, and others that come behind them in the order of the repository. */
  public ActionRules and(ActionRules others) {
    return of(
        Stream.concat(all.stream(), others.all.stream()).toList(),
        new RuleUnion(denies, others.denies),
        new RuleUnion(permits, others.permits),
        periods.and(others.periods),
        writeGuard);
  }

  /** The rules that may have to be asked one after the other. */
  List<CompiledRule> longestScan() {
    return Stream.concat(denies.longestScan().stream(), permits.longestScan().stream()).toList();
  }

  /**
   * Evaluates what can change the decision: permits only where no deny rule has settled it.
   *
   * @param signature of who asks, see {@link ResourceProgram#signature}
   */
  Tally tally(long signature, Frame frame) {
    var tally = new Tally();
    denies.tally(signature, frame, tally);
    if (!tally.isDenied()) {
      permits.tally(signature, frame, tally);
    }
    return tally;
  }
}
