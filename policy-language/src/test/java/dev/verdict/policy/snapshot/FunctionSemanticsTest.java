package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
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
            count: int
            missing: string
            wrong: string
      """;

  private static final Attributes RESOURCE =
      attributes(
          "name", "  Ärger in IZMIR ", "long", "ΐ".repeat(30_000), "status", "draft", "wrong", 7);

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        "lower(resource.name) == '  ärger in izmir '                        -> true",
        "upper(trim(resource.name)) == 'ÄRGER IN IZMIR'                     -> true",
        "upper('straße') == 'STRASSE'                                       -> true",
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
        "empty(upper(resource.long))                                        -> error",
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

  private static AccessRequest request() {
    return new AccessRequest(
        new Entity("user", "alice"),
        new Action("read"),
        new Entity("document", "d1", RESOURCE),
        Attributes.NONE,
        Instant.parse("2026-06-01T00:00:00Z"));
  }
}
