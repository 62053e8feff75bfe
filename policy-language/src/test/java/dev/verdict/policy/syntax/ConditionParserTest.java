package dev.verdict.policy.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionParserTest {

  /** What an author's slip gets for an answer, and where. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        "a == -> 3 condition-syntax: after `==` a value is missing",
        "a b -> 3 condition-syntax: between `a` and `b` an operator is missing, like `&&` or `==`",
        "(a == b -> 1 condition-syntax: this `(` is not closed; write `)` where its part ends",
        "a and b -> 3 condition-unsupported: `and` is not an operator here; write `&&`",
        "a & b -> 3 condition-unsupported: write `&&` for and",
        "a = b -> 3 condition-unsupported: write `==` to compare; a condition changes nothing",
        "a / b -> 3 condition-unsupported: there is no division",
        "a.b[0] -> 4 condition-unsupported: elements have no numbers; ask `'x' =~ list`, or `any(list, x, condition on x)`",
        "a =~ [[1]] -> 7 condition-unsupported: a list holds values, not lists",
        "a.b() -> 3 condition-unsupported: there are no methods; functions are called as `name(..)`",
        "a == null -> 6 condition-unsupported: there is no `null`; ask `has(..)` whether an attribute is present",
        "{1} -> 1 condition-unsupported: there are no maps or blocks; a list is written `['a', 'b']`",
        "a; b -> 2 condition-unsupported: a condition is one expression; join its parts with `&&` or `||`",
        "new('java.lang.Runtime') -> 1 condition-unsupported: `new` is not part of the policy language",
        "ns:f(a) -> 1 condition-unsupported: a function is called as `name(..)`",
        "a ?: b -> 1 condition-unsupported: there is no `?:`; write `??` for a default, or `test ? a : b`",
        "a == 'x -> 6 condition-syntax: the string is not closed on its line with '",
        "a == 0x1F -> 6 invalid-literal: numbers are written in digits with an optional fraction, like `12` or `0.5`",
        "a == 1e9 -> 6 invalid-literal: numbers are written in digits with an optional fraction, like `12` or `0.5`",
        "a == 010 -> 6 invalid-literal: a number must not begin with `0`",
        "a == b == c -> 8 condition-syntax: comparisons do not chain; write `a < b && b < c`",
        "1 < a && 2 < a < b -> 16 condition-syntax: comparisons do not chain; write `a < b && b < c`",
        "a === b -> 5 condition-unsupported: write `==` to compare; a condition changes nothing",
        "empty a -> 1 condition-unsupported: write `empty(..)`",
      })
  void aSlipIsAnsweredWithItsPlaceAndAdvice(String condition, String expected) {
    List<Diagnostic> found = parse(condition);
    assertThat(found).hasSize(1);
    Diagnostic first = found.get(0);
    assertThat(first.span().column() + " " + first.code().word() + ": " + first.message())
        .isEqualTo(expected);
  }

  @Test
  void theSpansOfATreeAreThoseOfTheText() {
    String text = "!(has(resource.a) && -resource.b < 3) || x =~ ['a', 'b']";
    Syntax tree = ConditionParser.parse(mapped(text), new Diagnostics()).orElseThrow();
    var or = (Syntax.Binary) tree;
    assertThat(or.fragment().text()).isEqualTo(text);
    assertThat(or.left().fragment().text()).isEqualTo("!(has(resource.a) && -resource.b < 3)");
    assertThat(((Syntax.Binary) or.right()).right().fragment().text()).isEqualTo("['a', 'b']");
    var group = (Syntax.Group) ((Syntax.Not) or.left()).operand();
    var and = (Syntax.Binary) group.inner();
    assertThat(and.left().fragment().text()).isEqualTo("has(resource.a)");
    assertThat(((Syntax.Binary) and.right()).left().fragment().text()).isEqualTo("-resource.b");
  }

  static Stream<String> hostile() {
    return Stream.of(
        "(".repeat(100_000) + "1" + ")".repeat(100_000),
        "{".repeat(50) + "1",
        "[".repeat(50) + "1",
        "m[".repeat(50) + "1",
        "!".repeat(100_000) + "a",
        "-".repeat(500) + "1",
        "a ? ".repeat(120) + "b",
        "f(".repeat(40) + "a",
        "a && ".repeat(200_000) + "b",
        "'" + "x".repeat(1_000_000),
        "'" + "\\".repeat(3_001),
        "\u0000",
        "a == \uD800",
        "#pragma x 1",
        "`${a}`",
        "a //comment",
        " ",
        "x".repeat(1_000_000));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileTextIsRefusedAndNeverReachesTheParser(String text) {
    List<Diagnostic> found = parse(text);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).code())
        .isIn(
            DiagnosticCode.CONDITION_TOO_LARGE,
            DiagnosticCode.CONDITION_UNSUPPORTED,
            DiagnosticCode.CONDITION_SYNTAX);
  }

  @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
  void noTextMakesItThrow(@ForAll long seed) {
    var random = new Random(seed);
    String[] pieces = {
      "a", "resource.b", "(", ")", "[", "]", "{", "}", "'x'", "1", "2.5", "&&", "||", "!", "==",
          "=~",
      "?", ":", "??", "?.", ".", ",", "-", "+", "*", "has(", "size(", "empty", "true", " ", "\n",
          ";",
      "->", "=", "var", "\"", "\\", "=^", "0", "_", "\u00e9", "\uD83D\uDE00"
    };
    var text = new StringBuilder();
    int length = 1 + random.nextInt(60);
    for (int i = 0; i < length; i++) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    assertThatCode(() -> parse(text.toString())).doesNotThrowAnyException();
  }

  private static List<Diagnostic> parse(String text) {
    var diagnostics = new Diagnostics();
    Optional<Syntax> tree = ConditionParser.parse(mapped(text), diagnostics);
    assertThat(tree.isEmpty()).isEqualTo(diagnostics.hasErrors());
    return diagnostics.sorted();
  }

  private static MappedText mapped(String text) {
    return MappedText.verbatim(text, new Span("test.policy.yaml", 1, 1, 1));
  }
}
