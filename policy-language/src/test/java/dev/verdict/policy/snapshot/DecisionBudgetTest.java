package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A decision has a budget of work, and is closed as a whole where it does not suffice. All on steps
 * and nothing on time: {@code Steps} is the price list.
 */
class DecisionBudgetTest {

  private static final int BUDGET = Limit.BUDGET.standard();

  private static final String SCHEMA =
      """
      subjects:
        user: { attributes: { } }
        agent: { attributes: { } }
      entities: { folder: { in: [folder] } }
      types: { box: { label: string } }
      resources:
        file:
          tenant-isolated: false
          actions: [read]
          attributes:
            text: string?
            part: string?
            many: list<int>
            words: list<string>?
            others: set<string>?
            none: bool?
            fixed: set<string>
            number: decimal?
            numbers: list<decimal>?
            times: list<timestamp>?
            spans: list<duration>?
            addresses: list<ip>?
            ranges: list<cidr>?
            boxes: list<box>?
            folder: ref<folder>?
            folders: set<ref<folder>>?
            state: enum(open, closed)?
      """;

  /** What 2.3 s of an event loop were spent on: a part that nearly matches everywhere. */
  @Test
  void containsOfAHostileTextTakesStepsInItsLength() {
    String part = "a".repeat(24_000) + "b" + "a".repeat(24_999);
    AccessRequest request = request(attributes("text", "a".repeat(49_000), "part", part));
    Evaluator evaluator =
        permitting(
            "has(resource.text) && has(resource.part) && contains(resource.text, resource.part)");

    assertThat(evaluator.steps(request)).isBetween(49_000L, 200_000L);
    assertThat(evaluator.decide(request).reason().code()).isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  /** What a batch of 83 KB did for 4.8 s: one pattern over a default, for each item anew. */
  @Test
  void aPatternTakesStepsInTheTextTimesThePattern() {
    String condition = "has(resource.text) && matches(resource.text, '(x+x+)+y')";
    long short1 = permitting(condition).steps(request(attributes("text", "x".repeat(1_000))));
    long long1 = permitting(condition).steps(request(attributes("text", "x".repeat(10_000))));
    long wide =
        permitting("has(resource.text) && matches(resource.text, '(x+x+){20}y')")
            .steps(request(attributes("text", "x".repeat(1_000))));

    assertThat(long1).isBetween(short1 * 9, short1 * 11);
    assertThat(wide).isGreaterThan(short1 * 10);
    assertThat(
            permitting("has(resource.text) && matches(resource.text, '(x+x+){20}y')")
                .decide(request(attributes("text", "x".repeat(60_000))))
                .reason()
                .code())
        .isEqualTo(ReasonCode.BUDGET_EXCEEDED);
  }

  /** Twice the value is at least nearly twice the steps: nothing that grows is free. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text      | lower(resource.text) == 'a'
          text      | upper(resource.text) == 'a'
          text      | trim(resource.text) == 'a'
          text      | concat(resource.text, 'a') == 'a'
          text      | contains(resource.text, 'abcdefghijkl')
          text      | size(resource.text) == 0
          text      | resource.text =^ resource.text
          text      | resource.text =$ resource.text
          text      | resource.text == resource.text
          text      | resource.text == lower(resource.text)
          text      | matches(resource.text, '[ab]*c')
          text      | resource.text =~ ['a', 'b']
          text      | resource.text =~ resource.fixed
          many      | any(resource.many, x, x == 2)
          many      | 2 =~ resource.many
          words     | 'x' =~ resource.words
          words     | any(resource.words, x, contains(x, 'abcdefghij'))
          words     | containsAll(resource.words, resource.words)
          words     | containsAny(resource.words, ['x'])
          others    | containsAny(resource.others, ['x'])
          others    | containsAll(resource.others, resource.others)
          others    | size(resource.others) == 0
          numbers   | 1.5 =~ resource.numbers
          times     | size(resource.times) == 0
          spans     | size(resource.spans) == 0
          addresses | size(resource.addresses) == 0
          addresses | any(resource.addresses, x, inRange(x, cidr('10.0.0.0/8')))
          ranges    | any(resource.ranges, x, inRange(ip('10.0.0.1'), x))
          boxes     | any(resource.boxes, x, x.label == 'b')
          folder    | within(resource.folder, ref('folder', 'f'))
          folders   | within(resource.folders, ref('folder', 'f'))
          folders   | size(resource.folders) == 0
          """)
  void workGrowsWithWhatItIsDoneOn(String attribute, String condition) {
    String guard = attribute.equals("many") ? "" : "has(resource." + attribute + ") && ";
    Evaluator evaluator = permitting(guard + "(" + condition + ")");

    long once = evaluator.steps(request(attributes(attribute, value(attribute, 400))));
    long twice = evaluator.steps(request(attributes(attribute, value(attribute, 800))));

    assertThat(once).isLessThan(BUDGET);
    assertThat(twice - once).as("%d, %d", once, twice).isGreaterThan(400 / 64 - 1);
    assertThat((double) twice).isGreaterThan(once * 1.2);
  }

  private static Object value(String attribute, int size) {
    return switch (attribute) {
      case "text" -> "a".repeat(8 * size);
      case "many" -> Collections.nCopies(size, 1);
      case "numbers" -> Collections.nCopies(size, new BigDecimal("0.25"));
      case "times" -> Collections.nCopies(size, "2026-01-01T00:00:00Z");
      case "spans" -> Collections.nCopies(size, "PT1H");
      case "addresses" -> Collections.nCopies(size, "192.0.2.1");
      case "ranges" -> Collections.nCopies(size, "192.0.2.0/24");
      case "boxes" -> Collections.nCopies(size, attributes("label", "a"));
      case "folder" ->
          attributes("id", "x", "in", IntStream.range(0, size).mapToObj(i -> "f" + i).toList());
      default -> IntStream.range(0, size).mapToObj(i -> "w" + i).toList();
    };
  }

  /** To strip a hundred zeros of a number takes a hundred divisions. */
  @Test
  void digitsOfDecimalsTakeSteps() {
    BigDecimal round = new BigDecimal(BigInteger.TEN.pow(99));
    Evaluator read = permitting("has(resource.number) && resource.number == 1.5");
    String product = "resource.number * resource.number * resource.number";
    Evaluator reckoned =
        permitting("has(resource.number) && " + product + " * " + product + " == 1.5");

    assertThat(read.steps(request(attributes("number", round)))).isGreaterThan(2_000);
    assertThat(reckoned.steps(request(attributes("number", round)))).isGreaterThan(20_000);
    assertThat(reckoned.steps(request(attributes("number", new BigDecimal("1.25")))))
        .isLessThan(200);
  }

  /** 8,000 numbers of a hundred digits took 120 ms to read, for each item of a batch. */
  @Test
  void manyRoundNumbersAreTooMuch() {
    var numbers = Collections.nCopies(8_000, new BigDecimal(BigInteger.TEN.pow(99)));
    assertThat(code("size(resource.numbers) > 0", "numbers", numbers))
        .isEqualTo(ReasonCode.BUDGET_EXCEEDED);
  }

  @Test
  void everyElementTakesTheStepsOfItsCondition() {
    var many = Collections.nCopies(1_000, 1);
    long simple =
        permitting("any(resource.many, x, x == 2)").steps(request(attributes("many", many)));
    long wide =
        permitting("any(resource.many, x, x == 2 || x == 3 || x == 4 || x == 5 || x == 6)")
            .steps(request(attributes("many", many)));
    long nested =
        permitting("any(resource.many, x, any(resource.many, y, x + y == 7))")
            .steps(request(attributes("many", many)));

    assertThat(wide).isGreaterThan(simple * 3 / 2);
    assertThat(nested).isGreaterThan(1_000_000);
  }

  /** An error is a value, which these settle; a spent budget is none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s && false",
        "%s || true",
        "%s || subject.id == 'ann'",
        "!(%s)",
        "!(%s) || subject.id == 'ann'",
        "%s ? true : true",
        "(%s ? 'a' : 'b') == 'a' || true",
        "resource.none ?? %s || true",
        "any(resource.fixed, f, %s || f == 'x')",
      })
  void noOperatorHidesIt(String around) {
    String costly = "any(resource.many, x, any(resource.many, y, x + y == 7))";
    assertThat(code(around.replace("%s", costly), "many", Collections.nCopies(2_000, 1)))
        .isEqualTo(ReasonCode.BUDGET_EXCEEDED);
  }

  @Test
  void itBeatsEveryOtherRule() {
    for (String effect : List.of("permit", "deny")) {
      Evaluator evaluator =
          new Repository()
              .with("schema.yaml", SCHEMA)
              .with(
                  "file.policy.yaml",
                  """
                  policy: file
                  resource: file
                  rules:
                    - %s: read
                      id: certain
                    - %s: read
                      id: costly
                      when: "%s"
                  """
                      .formatted(
                          effect,
                          effect,
                          "any(resource.many, x, any(resource.many, y, x + y == 7))"))
              .evaluator();
      Decision decision =
          evaluator.decide(request(attributes("many", Collections.nCopies(2_000, 1))));
      assertThat(decision.permitted()).isFalse();
      assertThat(decision.reason().code()).isEqualTo(ReasonCode.BUDGET_EXCEEDED);
      assertThat(decision.obligations()).isEmpty();
    }
  }

  @Test
  void theReasonNamesTheRule() {
    Decision decision =
        permitting("any(resource.many, x, any(resource.many, y, x + y == 7))")
            .decide(request(attributes("many", Collections.nCopies(2_000, 1))));

    assertThat(decision.reason().message())
        .isEqualTo(
            "the decision takes more steps than it may; rule `tested` (file.policy.yaml:4) was being evaluated");
    assertThat(decision.reason().rule().map(RuleReference::rule)).isEqualTo(Optional.of("tested"));
    assertThat(decision.cacheability()).isEqualTo(Cacheability.NEVER);
  }

  /** Both passes of a delegated request are one decision. */
  @Test
  void subjectAndActorShareABudget() {
    String condition = "!any(resource.many, x, x == 2)";
    AccessRequest alone = request(attributes("many", Collections.nCopies(5_000, 1)));
    long steps = permitting(condition).steps(alone);
    Evaluator evaluator = permitting(condition, Limits.STANDARD.with(Limit.BUDGET, (int) steps));
    AccessRequest delegated =
        new AccessRequest(
            alone.subject(),
            alone.action(),
            alone.resource(),
            alone.context(),
            Optional.of(new Entity("agent", "robot")),
            alone.now());

    assertThat(evaluator.decide(alone).permitted()).isTrue();
    assertThat(evaluator.decide(delegated).reason().code()).isEqualTo(ReasonCode.BUDGET_EXCEEDED);
    assertThat(permitting(condition).decide(delegated).permitted()).isTrue();
  }

  @Test
  void valuesOfObligationsTakeSteps() {
    Evaluator evaluator =
        new Repository()
            .with("schema.yaml", SCHEMA)
            .with(
                "file.policy.yaml",
                """
                policy: file
                resource: file
                rules:
                  - permit: read
                    id: told
                    when: has(resource.text) && has(resource.others)
                    obligations:
                      - tell:
                          text: { expression: lower(resource.text) }
                          others: { expression: resource.others }
                """)
            .evaluator();
    long few = evaluator.steps(request(attributes("text", "a", "others", List.of("a"))));
    long texts =
        evaluator.steps(request(attributes("text", "a".repeat(9_000), "others", List.of("a"))));
    long others =
        evaluator.steps(request(attributes("text", "a", "others", value("others", 1_000))));

    assertThat(texts - few).isGreaterThan(8_000);
    assertThat(others - few).isGreaterThan(8_000);
  }

  @Test
  void anExplanationIsBoundedToo() {
    AccessRequest request = request(attributes("many", Collections.nCopies(9_000, 1)));
    String condition = "any(resource.many, x, x + x + x + x + x + x + x + x == 7)";
    long steps = permitting(condition).steps(request);
    var rules =
        new StringBuilder("policy: file\nresource: file\nrules:\n  - deny: read\n    id: first\n");
    int count = (int) (6L * BUDGET / steps);
    for (int i = 0; i < count; i++) {
      rules.append("  - permit: read\n    id: r%d\n    when: \"%s\"\n".formatted(i, condition));
    }
    Explanation explanation =
        new Repository()
            .with("schema.yaml", SCHEMA)
            .with("file.policy.yaml", rules.toString())
            .evaluator()
            .explain(request);

    assertThat(explanation.decision().reason().code()).isEqualTo(ReasonCode.DENIED_BY_RULE);
    assertThat(explanation.rules()).hasSizeLessThan(count);
    var last = explanation.rules().get(explanation.rules().size() - 1);
    assertThat(last.match()).isEqualTo(Match.ERROR);
    assertThat(last.detail())
        .hasValue(
            "the explanation ends here, with "
                + (count + 1 - explanation.rules().size())
                + " rules left: it takes more steps than it may");
  }

  @Test
  void aDecisionThatIsClosedIsExplainedAsThat() {
    Explanation explanation =
        permitting("any(resource.many, x, any(resource.many, y, x + y == 7))")
            .explain(request(attributes("many", Collections.nCopies(2_000, 1))));
    assertThat(explanation.decision().reason().code()).isEqualTo(ReasonCode.BUDGET_EXCEEDED);
    assertThat(explanation.passes()).isEmpty();
  }

  private static ReasonCode code(String condition, String attribute, Object value) {
    String guard = attribute.equals("many") ? "" : "has(resource." + attribute + ") && ";
    return permitting(guard + condition)
        .decide(request(attributes(attribute, value)))
        .reason()
        .code();
  }

  private static Evaluator permitting(String condition) {
    return permitting(condition, Limits.STANDARD);
  }

  private static Evaluator permitting(String condition, Limits limits) {
    return new Repository()
        .with("schema.yaml", SCHEMA)
        .with(
            "file.policy.yaml",
            """
            policy: file
            resource: file
            rules:
              - permit: read
                id: tested
                when: "%s"
            """
                .formatted(condition))
        .evaluator(limits);
  }

  private static AccessRequest request(Attributes resource) {
    return new AccessRequest(
        new Entity("user", "ann"),
        new Action("read"),
        new Entity("file", "f-1", withDefaults(resource)),
        Attributes.NONE,
        Instant.EPOCH);
  }

  private static Attributes withDefaults(Attributes given) {
    Attributes.Builder attributes = Attributes.builder();
    for (String name : given.names()) {
      attributes.add(name, requireNonNull(given.get(name)));
    }
    Attributes defaults = attributes("many", List.of(), "fixed", List.of("x"));
    for (String name : defaults.names()) {
      attributes.add(name, requireNonNull(defaults.get(name)));
    }
    return attributes.build();
  }
}
