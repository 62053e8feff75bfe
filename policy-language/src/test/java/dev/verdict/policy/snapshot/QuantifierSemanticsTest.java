package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code any} and {@code all} mean. */
class QuantifierSemanticsTest {

  private static final String SCHEMA =
      """
      types:
        Share: { to: ref<user>, level: int, note: string?, tags: list<string> }
      subjects:
        user: { attributes: { groups: set<string> } }
      resources:
        file:
          tenant-isolated: false
          actions: [read]
          attributes:
            tags: set<string>
            none: list<int>
            numbers: list<int>
            max: int
            shares: list<Share>
            missing: list<int>?
            wrong: list<int>?
            many: list<int>?
      """;

  private static final Attributes RESOURCE =
      attributes(
          "tags",
          List.of("a", "bb"),
          "none",
          List.of(),
          "numbers",
          List.of(1, 2, 3),
          "max",
          Long.MAX_VALUE,
          "shares",
          List.of(
              attributes("to", "ann", "level", 1, "tags", List.of("x", "a")),
              attributes("to", "bob", "level", 3, "note", "n", "tags", List.of())),
          "wrong",
          "none");

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        "any(resource.numbers, x, x > 2)                                          -> true",
        "any(resource.numbers, x, x > 3)                                          -> false",
        "all(resource.numbers, x, x > 0)                                          -> true",
        "all(resource.numbers, x, x > 1)                                          -> false",
        "any(resource.none, x, true)                                              -> false",
        "all(resource.none, x, false)                                             -> true",
        "any(resource.tags, x, size(x) == 2)                                      -> true",
        "any(resource.tags, x, size(x) > 5)                                       -> false",
        "!any(resource.tags, x, x == 'z')                                         -> true",
        "all(resource.tags, x, size(x) < 3)                                       -> true",
        "all(resource.tags, x, size(x) < 2)                                       -> false",
        "any(['a', 'c'], x, x =~ resource.tags)                                   -> true",
        "all(['a', 'c'], x, x =~ resource.tags)                                   -> false",
        "any(subject.groups, x, x =~ resource.tags)                               -> true",
        "!any(resource.numbers, x, x == 9) && all(resource.numbers, x, x < 9)     -> true",
        // of records
        "any(resource.shares, x, x.to == ref('user', subject.id) && x.level > 0)  -> true",
        "any(resource.shares, x, x.to == ref('user', subject.id) && x.level > 1)  -> false",
        "any(resource.shares, x, has(x.note) && x.note == 'n')                    -> true",
        "all(resource.shares, x, (x.note ?? 'n') == 'n')                          -> true",
        "any(resource.shares, x, x.note == 'n')                                   -> unloadable",
        // within one another
        "any(resource.shares, x, any(x.tags, y, y =~ resource.tags))              -> true",
        "all(resource.shares, x, any(x.tags, y, y =~ resource.tags))              -> false",
        "all(resource.numbers, x, any(resource.numbers, y, x == y))               -> true",
        "any(resource.numbers, x, all(resource.numbers, y, x >= y))               -> true",
        "any(resource.numbers, x, all(resource.numbers, y, y > x) && x == 1)      -> false",
        "any(resource.numbers, x, hasTwo && x == 1)                               -> true",
        "any(resource.numbers, x, x == 1 && any(resource.none, y, true) || x == 3) -> true",
        "subject.id == 'x' && hasTwo || any(resource.numbers, x, hasTwo && x == 1) -> true",
        // an error is no value, unless another element settles it
        "any(resource.numbers, x, resource.max + x > 0)                           -> error",
        "any(resource.numbers, x, x == 3 || resource.max + x > 0)                 -> true",
        "any(resource.numbers, x, x == 1 || resource.max + x > 0)                 -> true",
        "all(resource.numbers, x, resource.max + x > 0)                           -> error",
        "all(resource.numbers, x, x != 3 && resource.max + x > 0)                 -> false",
        "has(resource.wrong) || any(resource.numbers, x, x == 1)                  -> true",
        "has(resource.wrong) && any(resource.wrong, x, true)                      -> error",
        "has(resource.missing) && any(resource.missing, x, true)                  -> false",
        // what the elements tell is not told on
        "any(resource.shares, x, has(resource.missing)) && any(resource.missing, x, true) ->"
            + " unloadable",
        "any(resource.numbers, x, x == 1) && x == 1                               -> unloadable",
      })
  void aConditionIsTrueFalseOrAnError(String condition, String expected) {
    assertThat(outcome(condition, RESOURCE)).isEqualTo(expected);
  }

  /** The variable goes through its own elements while those of the condition wait. */
  @Test
  void aVariableLeavesTheElementOfTheConditionThatUsesIt() {
    Decision decision =
        new Repository()
            .with("schema.yaml", SCHEMA)
            .with(
                "file.policy.yaml",
                """
                policy: file
                resource: file
                let:
                  none: resource.max < 0
                  three: any(resource.numbers, y, y == 3)
                rules:
                  - permit: read
                    id: tested
                    when: none && three || any(resource.numbers, x, three && x == 1)
                """)
            .evaluator()
            .decide(request(RESOURCE));
    assertThat(decision.permitted()).isTrue();
  }

  private static String outcome(String condition, Attributes resource) {
    LoadResult result = repository(condition).load();
    if (result.snapshot().isEmpty()) {
      return "unloadable";
    }
    Decision decision = result.snapshot().get().evaluator().decide(request(resource));
    return switch (decision.reason().code()) {
      case PERMITTED -> "true";
      case NO_RULE_MATCHED -> "false";
      case RULE_ERROR -> "error";
      default -> decision.toString();
    };
  }

  private static Repository repository(String condition) {
    return new Repository()
        .with("schema.yaml", SCHEMA)
        .with(
            "file.policy.yaml",
            """
            policy: file
            resource: file
            let:
              hasTwo: any(resource.numbers, n, n == 2)
            rules:
              - permit: read
                id: tested
                when: "%s"
            """
                .formatted(condition));
  }

  private static AccessRequest request(Attributes resource) {
    return new AccessRequest(
        new Entity("user", "ann", attributes("groups", List.of("bb"))),
        new Action("read"),
        new Entity("file", "f-1", resource),
        Attributes.NONE,
        Instant.parse("2026-06-01T00:00:00Z"));
  }
}
