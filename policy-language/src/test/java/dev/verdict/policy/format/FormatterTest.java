package dev.verdict.policy.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.SourceFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The layout that an author gets to see. */
class FormatterTest {

  @Test
  void indentationBlanksAndBlankLinesBecomeUniform() {
    assertThat(
            format(
                """


                policy:   invoice
                rules:

                - permit:   [read,download]
                  id: a



                -   deny: read
                    fields: {except: [ iban,taxNumber ]}
                """))
        .isEqualTo(
            """
            policy: invoice
            rules:
              - permit: [read, download]
                id: a

              - deny: read
                fields: { except: [iban, taxNumber] }
            """);
  }

  @Test
  void theOrderOfKeysIsTheAuthors() {
    String rule = "rules:\n  - id: a\n    when: x\n    permit: read\n";

    assertThat(format(rule)).isEqualTo(rule);
  }

  @Test
  void quotesGoWhereNothingNeedsThem() {
    assertThat(
            format(
                """
                "a": "read"
                b: 'invoices:read'
                c: "resource.owner == subject.id && !locked"
                d: ["a,b", 'x y']
                """))
        .isEqualTo(
            """
            a: read
            b: invoices:read
            c: resource.owner == subject.id && !locked
            d: ["a,b", x y]
            """);
  }

  @Test
  void quotesStayWhereSomethingNeedsThemOrAPersonMayThinkSo() {
    String needed =
        """
        a: "*"
        b: "12"
        c: "true"
        d: "no"
        e: ""
        f: "!empty(x)"
        g: "a: b"
        h: "a # b"
        i: "2026-01-01"
        j: '[0-9]+\\.'
        k: "it\\u0027s"
        l: " a "
        """;

    assertThat(format(needed)).isEqualTo(needed);
  }

  @Test
  void quotesAreDoubleUnlessThatTakesAnEscape() {
    assertThat(format("a: '*'\nb: '!x ''y'''\nc: '*\"'\n"))
        .isEqualTo("a: \"*\"\nb: \"!x 'y'\"\nc: '*\"'\n");
  }

  @Test
  void bracketsThatFitAreOneLineAndOthersBecomeLinesOfTheirOwn() {
    String names = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    assertThat(format("some: [\n  " + names + ",\n  c\n]\n"))
        .isEqualTo("some: [" + names + ", c]\n");
    assertThat(format("many: [" + names + ", ccccccccccccccccccccccccccccccccc] # why\n"))
        .isEqualTo(
            """
            many:%s# why
              - aaaaaaaaaaaaaaaaaaaaaaaaaaaaa
              - bbbbbbbbbbbbbbbbbbbbbbbbbbbbb
              - ccccccccccccccccccccccccccccccccc
            """
                .formatted(" ".repeat(99)));
  }

  @Test
  void aLineMayHaveAHundredColumns() {
    String fits = "a: [" + "b".repeat(45) + ", " + "c".repeat(48) + "]";

    assertThat(fits).hasSize(100);
    assertThat(format(fits)).isEqualTo(fits + "\n");
    assertThat(format(fits.replace("cc", "ccc"))).startsWith("a:\n  - b");
  }

  @Test
  void commentsStayWithWhatTheySpeakOf() {
    String commented =
        """
        # the file

        # the policy
        policy: invoice  # its name
        rules:  # in any order
          # first
          - permit: read
            # inside
            when: x  # behind
            # at the end of the rule

          # second
          - deny: read
          # at the end of the rules
        # at the end of the file
        """;

    assertThat(format(commented)).isEqualTo(commented);
  }

  @Test
  void commentsBehindValuesKeepTheirColumn() {
    String aligned =
        """
        tenant: string      # the subject's
        limit: decimal?     # may be absent
        """;

    assertThat(format(aligned)).isEqualTo(aligned);
    assertThat(format("a: b # near\n")).isEqualTo("a: b  # near\n");
  }

  @Test
  void commentsBetweenBracketsTurnThemIntoLines() {
    assertThat(
            format(
                """
                actions: [ # all
                  read, # a
                  # dangerous
                  delete
                  # no more
                ]
                """))
        .isEqualTo(
            """
            actions:
              # all
              - read  # a
              # dangerous
              - delete
              # no more
            """);
  }

  @Test
  void aCommentWithoutAPlaceOfItsOwnGoesAbove() {
    assertThat(format("rules:\n  - # c\n    permit: read\n  -\n    # d\n    - x\nwhen: # e\n  y\n"))
        .isEqualTo("rules:\n  # c\n  - permit: read\n  # d\n  - - x\n# e\nwhen: y\n");
  }

  @Test
  void conditionsOnSeveralLinesKeepTheirLines() {
    assertThat(
            format(
                """
                a: >-
                      has(x)
                        && y

                      || z
                b: x ==  1
                     && y
                c: |+
                 one

                d: "x
                      y"
                """))
        .isEqualTo(
            """
            a: >-
              has(x)
                && y

              || z
            b: x ==  1
              && y
            c: |+
              one

            d: "x
              y"
            """);
  }

  @Test
  void linesEndAsOnUnixAndTheMarkAtTheStartGoes() {
    assertThat(format("\uFEFF---\r\na: 1\r\n\r\n\r\nb: |\r\n  c\r\n...\r\n"))
        .isEqualTo("a: 1\n\nb: |\n  c\n");
  }

  @Test
  void whatIsEmptyStaysEmpty() {
    assertThat(format("a:\nb: {  }\nc: [ ]\nd: ''\ne:\n-\n"))
        .isEqualTo("a:\nb: {}\nc: []\nd: \"\"\ne:\n  -\n");
    assertThat(format("# c\n---\n")).isEqualTo("# c\n---\n");
  }

  @Test
  void aFileThatCannotBeReadIsReported() {
    var diagnostics = new Diagnostics();

    assertThat(Formatter.format(new SourceFile("a.yaml", "a: [b\n"), diagnostics)).isEmpty();
    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.YAML_SYNTAX);
  }

  /** A key of more than 1024 characters needs a {@code ?}, which is not worth a layout. */
  @Test
  void aFileThatWouldSaySomethingElseIsReported() {
    var diagnostics = new Diagnostics();
    String text = "? " + "k".repeat(1_025) + "\n: v\n";

    Optional<String> formatted = Formatter.format(new SourceFile("a.yaml", text), diagnostics);

    assertThat(formatted).isEmpty();
    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.YAML_NOT_FORMATTED);
  }

  private static String format(String text) {
    var diagnostics = new Diagnostics();
    Optional<String> formatted = Formatter.format(new SourceFile("a.yaml", text), diagnostics);
    assertThat(diagnostics.sorted()).isEmpty();
    return formatted.orElseThrow();
  }
}
