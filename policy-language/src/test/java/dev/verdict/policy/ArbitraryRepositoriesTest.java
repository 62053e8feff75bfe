package dev.verdict.policy;

import static dev.verdict.policy.OneRuleRepository.SCHEMA;
import static dev.verdict.policy.OneRuleRepository.load;
import static dev.verdict.policy.OneRuleRepository.loadCondition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.source.SourceFile;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the files hold, loading them ends with findings and never with an exception. */
class ArbitraryRepositoriesTest {

  @Property(tries = 2_000)
  void noTextMakesTheLoaderThrow(@ForAll("texts") String text) {
    LoadResult result =
        load(
            SCHEMA,
            new SourceFile("invoice.policy.yaml", text),
            new SourceFile("tenants/acme/invoice.policy.yaml", text),
            new SourceFile("grants.yaml", text),
            new SourceFile("tests/a.test.yaml", text),
            new SourceFile("data/a.yaml", text));

    assertThat(result.report().lines().count()).isEqualTo(lines(result));
  }

  @Property(tries = 1_000)
  void noConditionMakesTheLoaderThrow(@ForAll("texts") String condition) {
    LoadResult result = loadCondition(condition);

    assertThat(result.report().lines().count()).isEqualTo(lines(result));
  }

  @Property(tries = 1_000)
  void noSchemaMakesTheLoaderThrow(@ForAll("texts") String text) {
    LoadResult result = load(new SourceFile("schema.yaml", text));

    assertThat(result.snapshot()).isEmpty();
  }

  /** One line for each finding, and two more where there is a line to show. */
  private static long lines(LoadResult result) {
    long findings = result.diagnostics().size();
    long drawn = result.report().lines().filter(line -> line.matches(" {4} *\\^+")).count();
    return findings + 2 * drawn;
  }

  /** Words of the languages in any order: close enough to sense to get far, too far to get home. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
            "policy",
            "resource",
            "rules",
            "permit",
            "deny",
            "id",
            "when",
            "let",
            "read",
            "invoice",
            "subjects",
            "user",
            "tests",
            "expect",
            "name",
            "attributes",
            "enum(",
            "set<",
            "string",
            "subject.id",
            "resource.owner",
            "tenant",
            "grants",
            "resources",
            "actions",
            "until",
            "2026-01-01T00:00:00Z",
            "because",
            "has(",
            "matches(",
            "true",
            "null",
            "1",
            "1e9",
            "'",
            "\"",
            "\\",
            "\\x4",
            "\\u",
            "\\U0010FFFF",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "<",
            ">",
            ":",
            ": ",
            "- ",
            "-",
            "?",
            "? ",
            ",",
            "|",
            "|2",
            ">",
            "&",
            "&&",
            "*",
            "!",
            "!!x",
            "%",
            "@",
            "`",
            "#",
            " # ",
            "==",
            "=~",
            "??",
            "?.",
            "..",
            "=",
            "~",
            " ",
            "  ",
            "\t",
            "\n",
            "\n  ",
            "\n    ",
            "\n- ",
            "\n---\n",
            "\n...\n",
            "\r",
            "\r\n",
            "\0",
            "\uFEFF",
            "\uD800",
            "\uDC00",
            "\uD83D\uDE00",
            "\u0085",
            "\u2028",
            "\u202E");
    return Arbitraries.oneOf(words, words, words, Arbitraries.strings().ofMaxLength(3))
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }
}
