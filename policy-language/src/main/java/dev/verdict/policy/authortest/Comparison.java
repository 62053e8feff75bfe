package dev.verdict.policy.authortest;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.request.Attributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds in what a decision differs from what a test expects. */
final class Comparison {

  /**
   * Denies that come from a slip in the test or an error in a rule as easily as from what is meant.
   * A test that means one of these says so.
   */
  private static final Set<ReasonCode> ACCIDENTAL =
      EnumSet.of(
          ReasonCode.RULE_ERROR,
          ReasonCode.UNKNOWN_ACTION,
          ReasonCode.UNKNOWN_RESOURCE_TYPE,
          ReasonCode.UNKNOWN_SUBJECT_TYPE,
          ReasonCode.INVALID_REQUEST);

  private final Expectation expected;
  private final Decision decision;
  private final List<String> differences = new ArrayList<>();

  private Comparison(Expectation expected, Decision decision) {
    this.expected = expected;
    this.decision = decision;
  }

  /** One clause after the other; empty: the decision is as expected. */
  static Optional<String> differences(Expectation expected, Decision decision) {
    var comparison = new Comparison(expected, decision);
    comparison.outcome();
    comparison.reason();
    comparison.rule();
    comparison.rules();
    comparison.fields();
    comparison.duties(expected.obligations(), decision.obligations(), "obligation", "obligations");
    comparison.duties(expected.advice(), decision.advice(), "advice", "advice");
    comparison.grants();
    return comparison.differences.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", comparison.differences));
  }

  private void outcome() {
    if (expected.permitted() != decision.permitted()) {
      differ(word(expected.permitted()), word(decision.permitted()));
    }
  }

  private static String word(boolean permitted) {
    return permitted ? "permit" : "deny";
  }

  private void reason() {
    ReasonCode came = decision.reason().code();
    if (expected.reason().isPresent()) {
      if (expected.reason().get() != came) {
        differ("the reason `" + expected.reason().get().word() + "`", "`" + came.word() + "`");
      }
    } else if (!expected.permitted() && ACCIDENTAL.contains(came)) {
      differences.add(
          "the deny is not by a rule; if that is meant, add `reason: " + came.word() + "`");
    }
  }

  private void rule() {
    Optional<String> came = decision.reason().rule().map(RuleReference::rule);
    if (expected.rule().isPresent() && !expected.rule().equals(came)) {
      differ(
          "the rule `" + expected.rule().get() + "` to decide",
          decision.reason().rule().map(RuleReference::toString).orElse("no rule"));
    }
  }

  private void rules() {
    if (expected.rules().isEmpty()) {
      return;
    }
    Set<String> came =
        Stream.concat(Stream.of(decision.reason()), decision.otherReasons().stream())
            .flatMap(reason -> reason.rule().stream())
            .map(RuleReference::rule)
            .collect(Collectors.toSet());
    if (!expected.rules().get().equals(came)) {
      differ(listed(expected.rules().get(), "rule", "rules"), listed(came, "rule", "rules"));
    }
  }

  private void fields() {
    if (expected.fields().isPresent() && !expected.fields().get().equals(decision.fields())) {
      differ(fields(expected.fields().get()), fields(decision.fields()));
    }
  }

  private static String fields(FieldGrant grant) {
    if (grant.isAll()) {
      return "all fields";
    }
    return grant.isNone()
        ? "no field"
        : (grant.complement() ? "all fields but " : "the fields ") + names(grant.names());
  }

  private void duties(
      Optional<List<ExpectedDuty>> wanted, List<Obligation> came, String one, String several) {
    if (wanted.isEmpty()) {
      return;
    }
    Set<String> ids = wanted.get().stream().map(ExpectedDuty::id).collect(Collectors.toSet());
    Set<String> others = came.stream().map(Obligation::id).collect(Collectors.toSet());
    if (!ids.equals(others)) {
      differ(listed(ids, one, several), listed(others, one, several));
      return;
    }
    for (ExpectedDuty duty : wanted.get()) {
      if (came.stream().noneMatch(duty::isMetBy)) {
        differ(
            "`" + duty.id() + "` with " + ValueText.of(duty.properties().orElse(Attributes.NONE)),
            came.stream()
                .filter(other -> other.id().equals(duty.id()))
                .map(other -> ValueText.of(other.properties()))
                .collect(Collectors.joining(" and ")));
      }
    }
  }

  private static String listed(Set<String> ids, String one, String several) {
    return ids.isEmpty() ? "no " + one : "the " + several + " " + names(ids);
  }

  private void grants() {
    Set<String> came = Set.copyOf(decision.grants());
    if (expected.grants().isPresent() && !expected.grants().get().equals(came)) {
      differ(listed(expected.grants().get(), "grant", "grants"), listed(came, "grant", "grants"));
    }
  }

  private static String names(Set<String> names) {
    return new TreeSet<>(names).stream().collect(Collectors.joining("`, `", "`", "`"));
  }

  private void differ(String expectation, String came) {
    differences.add("expected " + expectation + ", got " + came);
  }
}
