package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conditions mean, one line for each thing an author may rely on. */
class ConditionSemanticsTest {

  private static final String SCHEMA =
      """
      subjects:
        user: { attributes: { level: int } }
      resources:
        document:
          tenant-isolated: false
          actions: [read]
          attributes:
            owner: string
            count: int
            amount: decimal
            status: enum(draft, sent, locked)
            tags: set<string>
            lines: list<int>
            open: bool
            created: timestamp
            absent: string?
            absentCount: int?
            wrong: int
            missing: int
            missingText: string
            missingAmount: decimal
            missingTags: set<string>
            max: int
      """;

  private static final Attributes RESOURCE =
      attributes(
          "owner",
          "alice",
          "count",
          3,
          "amount",
          new BigDecimal("12.50"),
          "status",
          "draft",
          "tags",
          List.of("a", "b"),
          "lines",
          List.of(1, 2),
          "open",
          true,
          "created",
          "2026-01-01T02:00:00+02:00",
          "wrong",
          "three",
          "max",
          Long.MAX_VALUE);

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        // equality
        "resource.owner == subject.id                          -> true",
        "resource.owner != subject.id                          -> false",
        "resource.amount == 12.5                               -> true",
        "resource.amount == 12.500                             -> true",
        "resource.count == 3.0                                 -> true",
        "resource.status == 'draft'                            -> true",
        "resource.created == timestamp('2026-01-01T00:00:00Z') -> true",
        // order
        "resource.count < 4                                    -> true",
        "resource.count >= 3.5                                 -> false",
        "resource.amount > resource.count                      -> true",
        "resource.created < context.now                        -> true",
        // numbers
        "resource.count + 1 == 4                               -> true",
        "resource.count - 5 == -2                              -> true",
        "-resource.count == -3                                 -> true",
        "resource.count * 2 + 1 == 7                           -> true",
        "resource.amount * 2 == 25                             -> true",
        "0.1 + 0.2 == 0.3                                      -> true",
        "resource.max + 1 > 0                                  -> error",
        "resource.max * 2 > 0                                  -> error",
        "-resource.max - 2 < 0                                 -> error",
        // membership
        "resource.status =~ ['draft', 'sent']                  -> true",
        "resource.status !~ ['draft', 'sent']                  -> false",
        "'a' =~ resource.tags                                  -> true",
        "'c' =~ resource.tags                                  -> false",
        "2 =~ resource.lines                                   -> true",
        "resource.amount =~ [1, 12.5]                          -> unloadable",
        "resource.amount =~ [1.0, 12.5]                        -> true",
        "resource.amount =~ [1, 12]                            -> false",
        // text
        "resource.owner =^ 'al'                                -> true",
        "resource.owner =$ 'ce'                                -> true",
        "resource.owner !^ 'al'                                -> false",
        "matches(resource.owner, 'a.*e')                       -> true",
        "matches(resource.owner, 'lic')                        -> false",
        "size(resource.owner) == 5                             -> true",
        "size(resource.tags) == 2                              -> true",
        "empty(resource.tags)                                  -> false",
        "empty('')                                             -> true",
        // three values
        "resource.missing == 3                                 -> error",
        "resource.wrong == 3                                   -> error",
        "resource.missing == resource.missing                  -> error",
        "resource.missing != 3                                 -> error",
        "!(resource.missing == 3)                              -> error",
        "false && resource.missing == 3                        -> false",
        "resource.missing == 3 && false                        -> false",
        "true || resource.missing == 3                         -> true",
        "resource.missing == 3 || true                         -> true",
        "true && resource.missing == 3                         -> error",
        "resource.missing == 3 || false                        -> error",
        "resource.missing == 3 ? true : true                   -> error",
        "true ? true : resource.missing == 3                   -> true",
        // an error on either side
        "resource.missingText == resource.owner                -> error",
        "resource.owner == resource.missingText                -> error",
        "resource.owner != resource.missingText                -> error",
        "resource.missing < 4                                  -> error",
        "resource.missing < resource.count                     -> error",
        "resource.count < resource.missing                     -> error",
        "resource.wrong < resource.count                       -> error",
        "resource.missingAmount < resource.count               -> error",
        "resource.missing + resource.count > 0                 -> error",
        "resource.count + resource.missing > 0                 -> error",
        "resource.missingAmount + resource.amount > 0          -> error",
        "resource.amount + resource.missingAmount > 0          -> error",
        "-resource.missing < 0                                 -> error",
        "resource.missingText =^ resource.owner                -> error",
        "resource.owner =^ resource.missingText                -> error",
        "resource.missingText =$ resource.owner                -> error",
        "resource.owner =$ resource.missingText                -> error",
        "matches(resource.missingText, 'a')                    -> error",
        "'a' =~ resource.missingTags                           -> error",
        "resource.owner =~ resource.missingTags                -> error",
        "resource.missingText =~ resource.tags                 -> error",
        "size(resource.missingTags) > 0                        -> error",
        "empty(resource.missingTags)                           -> error",
        // each kind of part of a conjunction
        "'a' =~ resource.tags && resource.count < subject.level -> true",
        "'c' =~ resource.tags && resource.count < subject.level -> false",
        "resource.open && resource.count > subject.level       -> false",
        "resource.open && resource.missing < subject.level     -> error",
        "resource.open && 'a' =~ resource.missingTags          -> error",
        // optional attributes
        "has(resource.absent)                                  -> false",
        "has(resource.owner)                                   -> true",
        "has(resource.wrong)                                   -> error",
        "has(resource.absent) && resource.absent == 'x'        -> false",
        "!has(resource.absent) || resource.absent == 'x'       -> true",
        "has(resource.absent) ? resource.absent == 'x' : true  -> true",
        "(resource.absent ?? 'none') == 'none'                 -> true",
        "(resource?.absent ?? resource.owner) == 'alice'       -> true",
        "(resource.absentCount ?? 7) > 6                       -> true",
        "(resource.absentCount ?? resource.wrong) > 6          -> error",
        "(resource.absent ?? resource.absent ?? 'z') == 'z'    -> true",
        // what a rule decides on
        "subject.type == 'user' && action.name == 'read'       -> true",
        "resource.id == 'd1' && resource.type == 'document'    -> true",
        "subject.level == 7                                    -> true",
        "resource.open                                         -> true",
        "resource.open == false                                -> false",
        "subject.level > 5 ? resource.open : false             -> true",
        "'admin' =~ subject.roles                              -> unloadable",
        "'admin' =~ (subject.roles ?? ['none'])                -> true",
      })
  void aConditionIsTrueFalseOrAnError(String condition, String expected) {
    assertThat(outcome(condition)).isEqualTo(expected);
  }

  /** Each power of the amount has one digit, in another place. */
  @ParameterizedTest
  @CsvSource({
    "1e-100, 10, true",
    "1e-100, 11, error",
    "1e100, 10, true",
    "1e100, 11, error",
  })
  void aResultHasOnlySoManyPlacesBeforeAndBehindItsPoint(
      BigDecimal amount, int factors, String expected) {
    String power = String.join(" * ", Collections.nCopies(factors, "resource.amount"));
    AccessRequest request = request(attributes("amount", amount));

    assertThat(ConditionOutcome.of(SCHEMA, power + " > 0.0", request)).isEqualTo(expected);
  }

  @Test
  void aDenyRuleInErrorDenies() {
    Decision decision =
        repository(
                """
                policy: document
                resource: document
                rules:
                  - permit: read
                    id: all
                  - deny: read
                    id: broken
                    when: resource.missing > 3
                """)
            .evaluator()
            .decide(request());
    assertThat(decision.permitted()).isFalse();
    assertThat(decision.reason().code()).isEqualTo(ReasonCode.RULE_ERROR);
    assertThat(decision.reason().message())
        .isEqualTo(
            "rule `broken` (document.policy.yaml:6) could not be evaluated: `resource.missing` is"
                + " missing");
  }

  @Test
  void aPermitRuleInErrorTakesNothingFromOneThatMatches() {
    Decision decision =
        repository(
                """
                policy: document
                resource: document
                rules:
                  - permit: read
                    id: broken
                    when: resource.missing > 3
                  - permit: read
                    id: all
                """)
            .evaluator()
            .decide(request());
    assertThat(decision.permitted()).isTrue();
  }

  private static String outcome(String condition) {
    return ConditionOutcome.of(SCHEMA, condition, request());
  }

  private static Repository repository(String policy) {
    return new Repository().with("schema.yaml", SCHEMA).with("document.policy.yaml", policy);
  }

  private static AccessRequest request() {
    return request(RESOURCE);
  }

  private static AccessRequest request(Attributes resource) {
    return new AccessRequest(
        new Entity("user", "alice", attributes("level", 7, "roles", List.of("admin"))),
        new Action("read"),
        new Entity("document", "d1", resource),
        Attributes.NONE,
        Instant.parse("2026-06-01T00:00:00Z"));
  }
}
