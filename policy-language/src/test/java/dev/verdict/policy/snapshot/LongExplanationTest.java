package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.ExplanationText;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an explanation shows of an action with very many rules is bounded. */
class LongExplanationTest {

  private static final int RULES = 1_000;

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects: { user: {} }
              resources:
                page:
                  tenant-isolated: false
                  actions: [read]
                  attributes: { path: string, size: int? }
              """)
          .with(
              "page.policy.yaml",
              IntStream.range(0, RULES)
                  .mapToObj(LongExplanationTest::rule)
                  .collect(Collectors.joining("", "policy: page\nresource: page\nrules:\n", "")))
          .evaluator();

  private static String rule(int number) {
    return "  - { permit: read, id: r%d, when: \"resource.path =^ '/%d/'\" }%n"
        .formatted(number, number);
  }

  @Test
  void aRuleThatMatchesIsShownHoweverManyStandBeforeIt() {
    Explanation explanation = explain("/990/x");

    assertThat(explanation.decision().permitted()).isTrue();
    assertThat(explanation.rules()).hasSize(Explanation.MAX_RULES);
    assertThat(explanation.rules())
        .filteredOn(trace -> trace.match() == Match.MATCHED)
        .extracting(trace -> trace.rule().rule())
        .containsExactly("r990");
    assertThat(explanation.rules()).extracting(RuleTrace::rule).doesNotHaveDuplicates();
    assertThat(explanation.leftOut()).isEqualTo(RULES - Explanation.MAX_RULES);
  }

  @Test
  void whereNoneMatchesTheFirstOnesAreShownInTheirOrder() {
    Explanation explanation = explain("/none");

    assertThat(explanation.rules())
        .extracting(trace -> trace.rule().rule())
        .containsExactlyElementsOf(
            IntStream.range(0, Explanation.MAX_RULES).mapToObj(i -> "r" + i).toList());
    assertThat(ExplanationText.tree(explanation))
        .contains(RULES - Explanation.MAX_RULES + " more rules");
  }

  private static Explanation explain(String path) {
    return EVALUATOR.explain(
        new AccessRequest(
            new Entity("user", "alice"),
            new Action("read"),
            new Entity("page", "1", attributes("path", path)),
            Attributes.NONE,
            Instant.EPOCH));
  }
}
