package dev.verdict.policy.authortest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {

  private static final Expectation PERMIT = expectation(true);
  private static final Expectation DENY = expectation(false);
  private static final Decision PERMITTED =
      new Decision(
              true,
              new Reason(
                  ReasonCode.PERMITTED,
                  "permitted",
                  Optional.of(new RuleReference("p", "owner-reads", "a.policy.yaml", 4))),
              FieldGrant.except(Set.of("iban")),
              List.of(new Obligation("audit", level("required"))),
              List.of(new Obligation("hint", Attributes.NONE)),
              "r")
          .withGrants(List.of("support", "audit"))
          .withOtherReasons(
              List.of(
                  new Reason(
                      ReasonCode.PERMITTED,
                      "readers read",
                      Optional.of(new RuleReference("p", "readers", "a.policy.yaml", 9)))));

  private static Expectation expectation(boolean permitted) {
    return Expectation.of(permitted);
  }

  private static Attributes level(String value) {
    var attributes = Attributes.builder();
    attributes.add("level", new Value.Text(value));
    return attributes.build();
  }

  private static Decision denied(ReasonCode code) {
    return Decision.deny(new Reason(code, "no"), "r");
  }

  private static Optional<String> compare(Expectation expected, Decision decision) {
    return Comparison.differences(expected, decision);
  }

  @Test
  void whatIsNotExpectedIsNotLookedAt() {
    assertThat(compare(PERMIT, PERMITTED)).isEmpty();
    assertThat(compare(DENY, denied(ReasonCode.NO_RULE_MATCHED))).isEmpty();
    assertThat(compare(DENY, denied(ReasonCode.TENANT_MISMATCH))).isEmpty();
  }

  @Test
  void anotherOutcomeIsADifference() {
    assertThat(compare(PERMIT, denied(ReasonCode.NO_RULE_MATCHED)))
        .contains("expected permit, got deny");
    assertThat(compare(DENY, PERMITTED)).contains("expected deny, got permit");
  }

  @Test
  void everythingThatIsExpectedIsLookedAt() {
    var same =
        new Expectation(
            true,
            Optional.of("owner-reads"),
            Optional.of(Set.of("owner-reads", "readers")),
            Optional.of(ReasonCode.PERMITTED),
            Optional.of(FieldGrant.except(Set.of("iban"))),
            Optional.of(List.of(new ExpectedDuty("audit", Optional.of(level("required"))))),
            Optional.of(List.of(new ExpectedDuty("hint", Optional.empty()))),
            Optional.of(Set.of("audit", "support")));
    var other =
        new Expectation(
            true,
            Optional.of("admin-reads"),
            Optional.of(Set.of("owner-reads")),
            Optional.of(ReasonCode.TENANT_MISMATCH),
            Optional.of(FieldGrant.only(Set.of("name"))),
            Optional.of(List.of()),
            Optional.of(List.of(new ExpectedDuty("help", Optional.empty()))),
            Optional.of(Set.of("audit")));

    assertThat(compare(same, PERMITTED)).isEmpty();
    assertThat(compare(other, PERMITTED))
        .contains(
            "expected the reason `tenant_mismatch`, got `permitted`; expected the rule"
                + " `admin-reads` to decide, got rule `owner-reads` (a.policy.yaml:4); expected the"
                + " rules `owner-reads`, got the rules `owner-reads`, `readers`; expected the"
                + " fields `name`, got all fields but `iban`; expected no obligation, got the"
                + " obligations `audit`; expected the advice `help`, got the advice `hint`;"
                + " expected the grants `audit`, got the grants `audit`, `support`");
  }

  @Test
  void anObligationWithOtherPropertiesIsADifference() {
    var expected =
        new Expectation(
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.of(new ExpectedDuty("audit", Optional.of(level("some"))))),
            Optional.empty(),
            Optional.empty());

    assertThat(compare(expected, PERMITTED))
        .contains("expected `audit` with { level: some }, got { level: required }");
  }

  @Test
  void aWayWithoutAGrantCanBeExpected() {
    var within =
        new Expectation(
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Set.of()));

    assertThat(compare(within, PERMITTED.withGrants(List.of()))).isEmpty();
    assertThat(compare(within, PERMITTED))
        .contains("expected no grant, got the grants `audit`, `support`");
    assertThat(compare(PERMIT, PERMITTED.withGrants(List.of()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"RULE_ERROR", "UNKNOWN_ACTION", "UNKNOWN_RESOURCE_TYPE"})
  void aDenyByAccidentIsNotTheExpectedOne(ReasonCode code) {
    var asked =
        new Expectation(
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.of(code),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(compare(DENY, denied(code)))
        .contains("the deny is not by a rule; if that is meant, add `reason: " + code.word() + "`");
    assertThat(compare(asked, denied(code))).isEmpty();
  }
}
