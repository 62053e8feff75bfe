package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the published functions make of their arguments, one line for each thing to rely on. */
class FunctionSemanticsTest {

  private static final String SCHEMA =
      """
      subjects: { user: {} }
      resources:
        document:
          tenant-isolated: false
          actions: [read]
          attributes:
            name: string
            long: string
            status: enum(draft, sent)
            tags: set<string>
            labels: list<string>
            none: set<string>
            amounts: list<decimal>
            host: ip
            inner: ip
            networks: set<cidr>
            summer: timestamp
            winter: timestamp
            count: int
            missing: string
            missingTags: set<string>
            missingHost: ip
            missingNetworks: list<cidr>
            missingTime: timestamp
            wrong: string
      """;

  private static final Attributes RESOURCE =
      attributes(
          "name",
          "  Ärger in IZMIR ",
          "long",
          "ΐ".repeat(30_000),
          "status",
          "draft",
          "wrong",
          7,
          "tags",
          List.of("a", "b", "b"),
          "labels",
          List.of("b", "a", "b"),
          "none",
          List.of(),
          "amounts",
          List.of(1, new BigDecimal("2.50")),
          "host",
          "::ffff:10.1.2.3",
          "inner",
          "2001:db8::7",
          "networks",
          List.of("192.0.2.0/24", "2001:db8::/32"),
          "summer",
          "2026-07-03T22:30:00Z",
          "winter",
          "2026-01-04T23:30:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        "lower(resource.name) == '  ärger in izmir '                        -> true",
        "upper(trim(resource.name)) == 'ÄRGER IN IZMIR'                     -> true",
        "upper('straße') == 'STRAßE'                                        -> true",
        "lower('\u212Aelvin') == 'kelvin'                                   -> false",
        "upper('\u017Fet') == 'SET'                                         -> false",
        "lower('\u0130') == 'i'                                             -> false",
        "upper('\u0131') == 'I'                                             -> false",
        "trim(resource.name) == 'Ärger in IZMIR'                            -> true",
        "trim(resource.name) =^ 'Ä'                                         -> true",
        "upper(resource.status) == 'DRAFT'                                  -> true",
        "contains(resource.name, 'in IZ')                                   -> true",
        "contains(resource.name, 'in iz')                                   -> false",
        "contains(resource.name, '')                                        -> true",
        "contains(resource.status, 'raf')                                   -> true",
        "concat(resource.status, ':', resource.id) == 'draft:d1'            -> true",
        "size(concat(resource.long, resource.long)) == 60000                -> true",
        // no text is longer than one in a request may be
        "empty(concat(resource.long, resource.long, resource.long))         -> error",
        "empty(upper(resource.long))                                        -> false",
        // what has no value makes the whole have none
        "lower(resource.missing) == ''                                      -> error",
        "contains(resource.wrong, 'a')                                      -> error",
        "contains('a', resource.wrong)                                      -> error",
        "concat('a', 'b', resource.missing) == 'ab'                         -> error",
        "false && contains(resource.missing, 'a')                           -> false",
        // types
        "lower(resource.count) == '1'                                       -> unloadable",
        "contains(resource.tags, 'a')                                       -> unloadable",
        "concat('a', 1) == 'a1'                                             -> unloadable",
        "concat('a') == 'a'                                                 -> unloadable",
      })
  void aFunctionHasAValueOrIsAnError(String condition, String expected) {
    assertThat(ConditionOutcome.of(SCHEMA, condition, request())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        "containsAll(resource.tags, resource.labels)                         -> true",
        "containsAll(resource.labels, resource.tags)                         -> true",
        "containsAll(resource.tags, ['a'])                                   -> true",
        "containsAll(['a'], resource.tags)                                   -> false",
        "containsAll(resource.tags, resource.none)                           -> true",
        "containsAll(resource.none, resource.tags)                           -> false",
        "containsAny(resource.labels, ['x', 'b'])                            -> true",
        "containsAny(resource.labels, ['x', 'y'])                            -> false",
        "containsAny(resource.tags, resource.none)                           -> false",
        "containsAny(resource.none, resource.none)                           -> false",
        "containsAny(resource.amounts, [7, 1])                               -> true",
        "containsAll(resource.amounts, [2.5, 1.0])                           -> true",
        "containsAll(resource.tags, resource.missingTags)                    -> error",
        "containsAny(resource.missingTags, resource.tags)                    -> error",
        "containsAny(resource.tags, [1])                                     -> unloadable",
        "containsAny(resource.tags, 'a')                                     -> unloadable",
        "containsAll(resource.name, ['a'])                                   -> unloadable",
      })
  void setsAndListsAreComparedByWhatTheyHold(String condition, String expected) {
    assertThat(ConditionOutcome.of(SCHEMA, condition, request())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        "inRange(resource.host, cidr('10.0.0.0/8'))                          -> true",
        "inRange(resource.host, cidr('::/0'))                                -> false",
        "inRange(resource.host, resource.networks)                           -> false",
        "inRange(resource.inner, resource.networks)                          -> true",
        "inRange(resource.inner, [cidr('10.0.0.0/8'), cidr('2001::/16')])    -> true",
        "inRange(ip('192.0.2.255'), resource.networks)                       -> true",
        "inRange(resource.missingHost, cidr('0.0.0.0/0'))                    -> error",
        "inRange(resource.host, resource.missingNetworks)                    -> error",
        "inRange('10.0.0.1', cidr('10.0.0.0/8'))                             -> unloadable",
        "inRange(resource.host, '10.0.0.0/8')                                -> unloadable",
        "inRange(resource.host, [ip('10.0.0.1')])                            -> unloadable",
        "hour(resource.summer, 'UTC') == 22                                  -> true",
        "hour(resource.summer, 'Europe/Berlin') == 0                         -> true",
        "hour(resource.winter, 'Europe/Berlin') == 0                         -> true",
        "hour(resource.winter, '-03:30') == 20                               -> true",
        "dayOfWeek(resource.summer, 'UTC') == 'friday'                       -> true",
        "dayOfWeek(resource.summer, 'Europe/Berlin') == 'saturday'           -> true",
        "dayOfWeek(resource.winter, 'Europe/Berlin') == 'monday'             -> true",
        "dayOfWeek(resource.winter, 'UTC') =~ ['saturday', 'sunday']         -> true",
        "hour(resource.missingTime, 'UTC') == 0                              -> error",
        "hour(resource.summer, 'Europe/Berlni') == 0                         -> unloadable",
        "hour(resource.summer, '+25:00') == 0                                -> unloadable",
        "hour(resource.summer, 'PST8') == 0                                  -> unloadable",
        "hour(resource.summer, resource.name) == 0                           -> unloadable",
        "hour('2026-07-03T22:30:00Z', 'UTC') == 0                            -> unloadable",
        "dayOfWeek(resource.summer, 'UTC') == 'Friday'                       -> unloadable",
      })
  void rangesAndTimeZonesHaveAnAnswer(String condition, String expected) {
    assertThat(ConditionOutcome.of(SCHEMA, condition, request())).isEqualTo(expected);
  }

  private static AccessRequest request() {
    return new AccessRequest(
        new Entity("user", "alice"),
        new Action("read"),
        new Entity("document", "d1", RESOURCE),
        Attributes.NONE,
        Instant.parse("2026-06-01T00:00:00Z"));
  }
}
