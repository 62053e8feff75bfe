package dev.verdict.policy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Each character of a scalar's value knows where it stands in the file, however it is written. */
class ScalarPlacesTest {

  private static MappedText textOfA(String yaml) {
    var diagnostics = new Diagnostics();
    YamlNode root =
        YamlReader.read(new SourceFile("a.yaml", yaml), diagnostics)
            .orElseThrow(() -> new AssertionError(diagnostics.sorted() + " in " + yaml));
    var scalar = (YamlNode.Scalar) ((YamlNode.Mapping) root).entries().get(0).value();
    return scalar.text().orElseThrow();
  }

  private static String placeOf(String yaml, String part) {
    MappedText text = textOfA(yaml);
    int at = text.text().indexOf(part);
    Span span = text.span(at, at + part.length());
    return span.line() + ":" + span.column() + "+" + span.length();
  }

  @Test
  void aPlainScalarStandsAsItIs() {
    assertThat(placeOf("a:  x == y # c", "y")).isEqualTo("1:10+1");
  }

  @Test
  void aFoldedLineKeepsItsOwnColumns() {
    assertThat(placeOf("a: x ==\n     yy\n", "yy")).isEqualTo("2:6+2");
  }

  @Test
  void doubledQuotesAndEscapesAreOneCharacterEach() {
    assertThat(placeOf("a: 'it''s y'", "y")).isEqualTo("1:11+1");
    assertThat(placeOf("a: \"\\x41\\t\\\"y\"", "y")).isEqualTo("1:13+1");
    assertThat(placeOf("a: \"x\\\n    y\"", "y")).isEqualTo("2:5+1");
  }

  @Test
  void charactersBeyondTheBasicPlaneAreOneColumn() {
    assertThat(placeOf("a: '\uD83D\uDE00 y'", "y")).isEqualTo("1:7+1");
    assertThat(placeOf("a: \"\\U0001F600 y\"", "y")).isEqualTo("1:16+1");
  }

  @Test
  void blockScalarsKnowTheirIndentation() {
    assertThat(placeOf("a: |\n  x\n    y\n", "y")).isEqualTo("3:5+1");
    assertThat(placeOf("a: |2-  # y\n     y\n", " y")).isEqualTo("2:5+2");
    assertThat(placeOf("a: >\n\n  x\n  y\n\n  z\n", "z")).isEqualTo("6:3+1");
    assertThat(placeOf("a: |\r\n  x\r\n  y\r\n", "y")).isEqualTo("3:3+1");
  }

  @Property(tries = 3_000)
  void eachCharacterStandsWhereItsPlaceSays(@ForAll("documents") String yaml) {
    MappedText text = textOfA(yaml);
    List<int[]> lines = yaml.lines().map(line -> line.codePoints().toArray()).toList();
    String value = text.text();
    int lastOffset = -1;
    for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      Span span = text.span(i, i + 1);
      int[] line = lines.get(span.line() - 1);
      int found = span.column() > line.length ? '\n' : line[span.column() - 1];
      int expected = value.codePointAt(i);
      boolean folded = expected == ' ' && found == '\n';
      assertThat(found == expected || found == '\\' || folded)
          .as("character %d (%s) of `%s` in `%s`", i, Character.toString(expected), value, yaml)
          .isTrue();
      int offset = span.line() * 100_000 + span.column();
      assertThat(offset).as("order of places in `%s`", yaml).isGreaterThan(lastOffset);
      lastOffset = offset;
    }
  }

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.oneOf(plain(), quoted('\''), quoted('"'), block('|'), block('>'))
        .flatMap(
            yaml ->
                Arbitraries.of("\n", "\r\n")
                    .map(lineBreak -> yaml.replace("\n", lineBreak) + lineBreak + "b: c"));
  }

  private static Arbitrary<String> words(String... more) {
    return Arbitraries.oneOf(
            Arbitraries.of("x", "yy", "==", "\u00e9", "\uD83D\uDE00", "(z)", "1.5"),
            Arbitraries.of(more))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .flatMap(words -> Arbitraries.of(" ", "  ", " \t").map(gap -> String.join(gap, words)));
  }

  private static Arbitrary<String> folds() {
    return Arbitraries.of("\n  ", " \n  ", "\n    ", "\n\n  ", "\n  \n \n   ");
  }

  private static Arbitrary<String> folded(Arbitrary<String> line) {
    return Combinators.combine(line.list().ofMinSize(1).ofMaxSize(4), folds())
        .as((lines, fold) -> String.join(fold, lines));
  }

  private static Arbitrary<String> plain() {
    return folded(words("it's", "a:b", "x#y")).map(text -> "a: " + text);
  }

  private static Arbitrary<String> quoted(char quote) {
    Arbitrary<String> line =
        quote == '\''
            ? words("''", "it''s", "\\", "# no comment", ": ")
            : words(
                "\\\"", "\\n", "\\x41", "\\u00e9", "\\U0001F600", "\\\n  ", "\\\n\n  ", "'", "\\ ");
    return folded(line).map(text -> "a: " + quote + "x" + text + quote);
  }

  private static Arbitrary<String> block(char style) {
    Arbitrary<String> header = Arbitraries.of("", "-", "+", "2", "2-", " # x yy");
    Arbitrary<String> line =
        Combinators.combine(
                Arbitraries.of("", "  ", " ", "\t"), words("# no comment", "'", "\\", ": "))
            .as((indentation, words) -> indentation + words);
    Arbitrary<String> gap = Arbitraries.of("\n", "\n\n", "\n  \n", "\n \n\n");
    return Combinators.combine(header, words("- x"), line.list().ofMaxSize(4), gap)
        .as(
            (head, first, lines, separator) -> {
              var text = new StringBuilder("a: " + style + head + "\n  " + first);
              lines.forEach(next -> text.append(separator).append("  ").append(next));
              return text.toString();
            });
  }
}
