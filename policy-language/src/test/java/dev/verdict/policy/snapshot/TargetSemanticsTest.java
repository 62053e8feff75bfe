package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the target of a rule means: actions, scopes and the time of validity. */
class TargetSemanticsTest {

  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects: { user: {} }
              resources:
                document:
                  tenant-isolated: false
                  actions: ["file:open", "file:close", "file", "files:open", sign, print, note]
                  attributes: { level: int }
                page:
                  tenant-isolated: false
                  actions: [read]
              """)
          .with(
              "document.policy.yaml",
              """
              policy: document
              resource: document
              rules:
                - permit: 'file:*'
                  id: files
                - permit: sign
                  id: signs
                  scopes: { all: [docs], any: [sign, seal] }
                - permit: print
                  id: prints
                  valid: { from: 2026-01-01T00:00:00Z, until: 2026-01-01T02:00:00+01:00 }
                - permit: note
                  id: notes
                - deny: note
                  id: never-again
                  valid: { from: 2026-01-01T00:00:00Z }
                  when: resource.level > 3
              """)
          .with(
              "page.policy.yaml",
              """
              policy: page
              resource: page
              rules:
                - permit: read
                  id: all
              """)
          .evaluator();

  @Test
  void aWildcardBehindASeparatorStandsForTheActionsThatBeginSo() {
    assertThat(isPermitted("file:open", NEW_YEAR)).isTrue();
    assertThat(isPermitted("file:close", NEW_YEAR)).isTrue();
    assertThat(isPermitted("file", NEW_YEAR)).isFalse();
    assertThat(isPermitted("files:open", NEW_YEAR)).isFalse();
  }

  @Test
  void anUndeclaredActionIsNotReachedByAWildcard() {
    assertThat(EVALUATOR.decide(request("file:burn", NEW_YEAR)).reason().code())
        .isEqualTo(ReasonCode.UNKNOWN_ACTION);
  }

  @Test
  void ofAnyScopesOneIsEnoughAndOfAllNoneMayBeMissing() {
    assertThat(isPermitted("sign", NEW_YEAR, "docs", "seal")).isTrue();
    assertThat(isPermitted("sign", NEW_YEAR, "docs", "sign", "seal")).isTrue();
    assertThat(isPermitted("sign", NEW_YEAR, "docs")).isFalse();
    assertThat(isPermitted("sign", NEW_YEAR, "seal")).isFalse();
  }

  @Test
  void aRuleIsValidFromAnInstantUntilJustBeforeAnother() {
    assertThat(isPermitted("print", NEW_YEAR.minusNanos(1))).isFalse();
    assertThat(isPermitted("print", NEW_YEAR)).isTrue();
    assertThat(isPermitted("print", NEW_YEAR.plusSeconds(3600).minusNanos(1))).isTrue();
    assertThat(isPermitted("print", NEW_YEAR.plusSeconds(3600))).isFalse();
  }

  @Test
  void aRuleThatIsNotValidIsNeverInError() {
    assertThat(isPermitted("note", NEW_YEAR.minusNanos(1))).isTrue();
    assertThat(EVALUATOR.decide(request("note", NEW_YEAR)).reason().code())
        .isEqualTo(ReasonCode.RULE_ERROR);
  }

  @Test
  void aTimeOfValidityBoundsHowLongADecisionHolds() {
    assertThat(EVALUATOR.decide(request("print", NEW_YEAR)).cacheability())
        .isEqualTo(
            Cacheability.during(
                new Validity(Optional.of(NEW_YEAR), Optional.of(NEW_YEAR.plusSeconds(3600)))));
    assertThat(EVALUATOR.decide(request("sign", NEW_YEAR)).cacheability())
        .isEqualTo(Cacheability.WHILE_SNAPSHOT);
  }

  @Test
  void anExplanationNamesTheScopesOrTheTimeThatSaidNo() {
    assertThat(trace("sign", NEW_YEAR, "docs").detail())
        .contains("the subject has none of the scopes `seal`, `sign`");
    assertThat(trace("print", NEW_YEAR.minusNanos(1)).detail())
        .contains("the rule is valid from 2026-01-01T00:00:00Z until 2026-01-01T01:00:00Z only");
  }

  private static RuleTrace trace(String action, Instant now, String... scopes) {
    return EVALUATOR.explain(request(action, now, scopes)).rules().get(0);
  }

  private static boolean isPermitted(String action, Instant now, String... scopes) {
    return EVALUATOR.decide(request(action, now, scopes)).permitted();
  }

  private static AccessRequest request(String action, Instant now, String... scopes) {
    List<String> names = Arrays.asList(scopes);
    return new AccessRequest(
        new Entity("user", "alice", attributes("scopes", names)),
        new Action(action),
        new Entity("document", "d1"),
        Attributes.NONE,
        now);
  }
}
