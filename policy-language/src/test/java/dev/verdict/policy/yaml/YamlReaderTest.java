package dev.verdict.policy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  private final Diagnostics diagnostics = new Diagnostics();

  private Optional<YamlNode> read(String text) {
    return YamlReader.read(new SourceFile("a.yaml", text), diagnostics);
  }

  private Diagnostic onlyFinding(String text) {
    assertThat(read(text)).isEmpty();
    List<Diagnostic> found = diagnostics.sorted();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void aDocumentBecomesNodesWithPlaces() {
    YamlNode root = read("a: 1\nb: [x, 'y']\n").orElseThrow();

    List<YamlNode.Entry> entries = ((YamlNode.Mapping) root).entries();
    assertThat(entries).extracting(entry -> entry.key().value()).containsExactly("a", "b");
    YamlNode.Sequence list = (YamlNode.Sequence) entries.get(1).value();
    assertThat(list.span()).hasToString("a.yaml:2:4");
    assertThat(list.items().get(1).span()).hasToString("a.yaml:2:8");
    assertThat(list.items().get(1).span().length()).isEqualTo(3);
    assertThat(((YamlNode.Scalar) list.items().get(1)).plain()).isFalse();
    assertThat(diagnostics.sorted()).isEmpty();
  }

  @Test
  void aDuplicateKeyNamesTheFirstOne() {
    Diagnostic finding = onlyFinding("a: 1\nb: 2\n'a': 3\n");

    assertThat(finding.code()).isEqualTo(DiagnosticCode.YAML_DUPLICATE_KEY);
    assertThat(finding.span()).hasToString("a.yaml:3:1");
    assertThat(finding.message()).isEqualTo("duplicate key `a`; the first one is in line 1");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = ';',
      value = {
        "a: &x 1;4",
        "a: *x;4",
        "a: !isOwner;4",
        "a: !!str x;4",
        "a: !x {b: c};4",
        "[a]: b;1",
        "{a: b}: c;1",
        "a: \"\\uD800\";4",
        "<<: *base;5",
      })
  void whatMakesYamlSurprisingIsUnsupported(String text, int column) {
    Diagnostic finding = onlyFinding(text);

    assertThat(finding.code()).isEqualTo(DiagnosticCode.YAML_UNSUPPORTED);
    assertThat(finding.span().column()).isEqualTo(column);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\n---\nb: 2", "%YAML 1.1\n---\na: b", "%TAG !e! x\n---\na: b"})
  void severalDocumentsAndDirectivesAreUnsupported(String text) {
    assertThat(onlyFinding(text).code()).isEqualTo(DiagnosticCode.YAML_UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 0x7F, 0x85, 0xD800, 0xDFFF, 0xFFFE, 0x2028, 0x202E, 0x2066})
  void aCharacterThatNobodySeesIsUnsupported(int character) {
    Diagnostic finding = onlyFinding("a: 1\n# x" + (char) character + "\n");

    assertThat(finding.code()).isEqualTo(DiagnosticCode.YAML_UNSUPPORTED);
    assertThat(finding.span()).hasToString("a.yaml:2:4");
    assertThat(finding.message()).contains(String.format("U+%04X", character));
  }

  @Test
  void aByteOrderMarkIsNotCounted() {
    YamlNode root = read("\uFEFFa: b").orElseThrow();

    assertThat(((YamlNode.Mapping) root).entries().get(0).value().span()).hasToString("a.yaml:1:4");
  }

  @Test
  void columnsCountCodePoints() {
    YamlNode root = read("['\uD83D\uDE00', x]").orElseThrow();

    assertThat(((YamlNode.Sequence) root).items().get(1).span()).hasToString("a.yaml:1:7");
  }

  @Test
  void anEmptyValueIsShownAtItsKey() {
    YamlNode root = read("abc:\n").orElseThrow();

    assertThat(((YamlNode.Mapping) root).entries().get(0).value().span()).hasToString("a.yaml:1:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n", "---\n# x"})
  void aFileWithoutAnythingInItIsReported(String text) {
    read(text);

    assertThat(diagnostics.sorted()).hasSizeLessThanOrEqualTo(1);
    assertThat(read(text).map(CoreSchema::isNull).orElse(true)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "a: x: y;1:5",
        "a: *;1:4",
        "a: `x`;1:4",
        "a: 'x;1:4",
        "a: [b;1:6",
        "a: {b: c;1:9",
        "a: [b]];1:7",
        "a: \"\\q\";1:6",
        "a: \"\\UFFFFFFFF\";1:2",
        "a: | x;1:6",
        "a: 'x' y;1:8",
        "a: -;1:4",
        "a: };1:4",
      })
  void aSyntaxErrorIsPositioned(String text, String place) {
    Diagnostic finding = onlyFinding(text);

    assertThat(finding.code()).isEqualTo(DiagnosticCode.YAML_SYNTAX);
    assertThat(finding.span()).hasToString("a.yaml:" + place);
    assertThat(finding.message()).doesNotContain("\n", "Exception", "while scanning");
  }

  @Test
  void aTabThatIndentsIsCalledOne() {
    assertThat(onlyFinding("a:\n\tb: c\n").message()).isEqualTo("a tab may not indent; use spaces");
  }

  @Test
  void whatIsNestedTooDeepIsRefusedAtOnce() {
    assertThat(onlyFinding("[".repeat(200_000)).code()).isEqualTo(DiagnosticCode.YAML_TOO_DEEP);
  }

  @Test
  void blocksThatAreNestedTooDeepAreRefusedToo() {
    assertThat(onlyFinding("- ".repeat(200_000)).code()).isEqualTo(DiagnosticCode.YAML_TOO_DEEP);
  }

  @Test
  void twentyLevelsAreNotTooDeep() {
    assertThat(read("[".repeat(20) + "]".repeat(20))).isPresent();
  }

  @Test
  void aFileOfTenMegabytesIsNotEvenParsed() {
    Diagnostic finding = onlyFinding("[".repeat(10_000_000));

    assertThat(finding.code()).isEqualTo(DiagnosticCode.FILE_TOO_LARGE);
  }

  @Test
  void aFileOfTooManyValuesIsRefused() {
    assertThat(onlyFinding("[" + "a,".repeat(200_000) + "]").code())
        .isEqualTo(DiagnosticCode.YAML_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n",
        "a: b\n",
        "'",
        "\"",
        "? ",
        ": ",
        "{",
        "}",
        "]",
        ",",
        "- -\n",
        "\t",
        "\r",
        "#\n",
        "| ",
        "a: |\n ",
        "&a ",
        "*a ",
        "!a ",
        "%",
        "@",
        "`",
        "\\",
        "---\n",
        "...\n",
        "a:\n  ",
        "\n\n ",
        "[a, ",
        "{a: ",
        "\"\\x41",
        "'' ",
        "a b ",
        "a : ",
        "\uD83D\uDE00"
      })
  void aMegabyteOfTheSameIsAnswered(String piece) {
    read(piece.repeat(900_000 / piece.length()));

    assertThat(diagnostics.sorted()).hasSizeLessThanOrEqualTo(Limit.FINDINGS.standard());
  }
}
