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

/** What conditions mean where attributes are records. */
class RecordSemanticsTest {

  private static final String SCHEMA =
      """
      types:
        Order: { lines: "list<Line>", to: Address? }
        Address: { country: string, zip: string?, place: Place? }
        Place: { city: string, floor: int? }
        Line: { article: string, count: int }
      subjects:
        user: { attributes: { home: Address? } }
      resources:
        order:
          tenant-isolated: false
          actions: [read]
          attributes:
            home: Address
            away: Address?
            absent: Address?
            incomplete: Address?
            mistyped: Address?
            wrong: Address?
            order: Order
      """;

  private static final Attributes RESOURCE =
      attributes(
          "home",
          attributes("country", "AT", "unheardOf", 1),
          "away",
          attributes("country", "DE", "zip", "80331", "place", attributes("city", "M", "floor", 3)),
          "incomplete",
          attributes("zip", "1010"),
          "mistyped",
          attributes("country", "AT", "place", attributes("city", 7)),
          "wrong",
          "Austria",
          "order",
          attributes("lines", List.of(attributes("article", "pen", "count", 2))));

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        "resource.home.country == 'AT'                                      -> true",
        "resource.home.country =^ 'D'                                       -> false",
        "size(resource.order.lines) == 1                                    -> true",
        // presence
        "has(resource.home.zip)                                             -> false",
        "has(resource.away.zip)                                             -> true",
        "has(resource.away.place.floor)                                     -> true",
        "has(resource.home.place.floor)                                     -> false",
        "has(resource.absent.place.floor)                                   -> false",
        "has(resource.absent?.place?.floor)                                 -> false",
        "has(resource.order.to.place)                                       -> false",
        "has(resource.away) && resource.away.country == 'DE'                -> true",
        "has(resource.away.zip) && resource.away.country == 'DE'            -> true",
        "has(resource.away.place.floor) && resource.away.place.city == 'M'  -> true",
        "!has(resource.away.place) || resource.away.place.city == 'M'       -> true",
        "resource.away.country == 'DE'                                      -> unloadable",
        "resource.away?.country == 'DE'                                     -> unloadable",
        "has(resource.away.place) && resource.away.place.floor == 3         -> unloadable",
        "has(resource.home.zip) || resource.home.zip == '1'                 -> unloadable",
        // a default
        "(resource.home.zip ?? 'none') == 'none'                            -> true",
        "(resource.away.zip ?? 'none') == '80331'                           -> true",
        "(resource.away?.place?.floor ?? 0) == 3                            -> true",
        "(resource.absent?.place?.floor ?? 0) == 0                          -> true",
        "(resource.absent.zip ?? resource.away.zip ?? 'none') == '80331'    -> true",
        "(subject.home?.country ?? resource.home.country) == 'AT'           -> true",
        // a record without a required member, or with one of another type, is none
        "has(resource.incomplete)                                           -> error",
        "has(resource.incomplete.zip)                                       -> error",
        "(resource.incomplete.zip ?? 'x') == 'x'                            -> error",
        "has(resource.mistyped) && resource.mistyped.country == 'AT'        -> error",
        "has(resource.mistyped) || true                                     -> true",
        "(resource.wrong?.zip ?? 'x') == 'x'                                -> error",
        // through variables and choices
        "to.country == 'AT'                                                 -> true",
        "(to.zip ?? 'none') == 'none'                                       -> true",
        "has(to.place.floor) ? to.place.floor == 1 : true                   -> true",
        "to.zip == 'none'                                                   -> unloadable",
        "zipKnown && resource.away.zip == '80331'                           -> true",
      })
  void aConditionIsTrueFalseOrAnError(String condition, String expected) {
    assertThat(outcome(condition)).isEqualTo(expected);
  }

  @Test
  void theReasonNamesTheRecordThatIsNone() {
    assertThat(
            repository("has(resource.mistyped)").evaluator().decide(request()).reason().message())
        .endsWith("could not be evaluated: `resource.mistyped` is not a `Address`");
  }

  @Test
  void aStoredRecordCountsWhereTheRequestHasNone() {
    Decision decision =
        repository("has(resource.absent.zip) && resource.absent.zip == '1010'")
            .with(
                "data/orders.yaml",
                "resources: { order: { o-1: { absent: { country: AT, zip: '1010' } } } }")
            .evaluator()
            .decide(request());
    assertThat(decision.permitted()).isTrue();
  }

  private static String outcome(String condition) {
    var result = repository(condition).load();
    if (result.snapshot().isEmpty()) {
      return "unloadable";
    }
    Decision decision = result.snapshot().get().evaluator().decide(request());
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
            "order.policy.yaml",
            """
            policy: order
            resource: order
            let:
              to: resource.home
              zipKnown: has(resource.away.zip)
            rules:
              - permit: read
                id: tested
                when: "%s"
            """
                .formatted(condition));
  }

  private static AccessRequest request() {
    return new AccessRequest(
        new Entity("user", "ann"),
        new Action("read"),
        new Entity("order", "o-1", RESOURCE),
        Attributes.NONE,
        Instant.parse("2026-06-01T00:00:00Z"));
  }
}
