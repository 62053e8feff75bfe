package dev.verdict.policy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.Located;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingReaderTest {

  private static final List<String> KEYS = List.of("name", "ports", "on", "limits");

  private final Diagnostics diagnostics = new Diagnostics();

  private MappingReader open(String text) {
    return MappingReader.open(Yaml.parse("a.yaml", text), "a thing", KEYS, diagnostics)
        .orElseThrow();
  }

  private List<String> messages() {
    return diagnostics.sorted().stream().map(Diagnostic::message).toList();
  }

  @Test
  void whatIsThereIsRead() {
    MappingReader reader = open("{ name: x, ports: [a, b], on: true, limits: { name: 5 } }");

    assertThat(reader.requiredText("name")).map(Located::value).contains("x");
    assertThat(reader.texts("ports")).extracting(Located::value).containsExactly("a", "b");
    assertThat(reader.flag("on")).contains(true);
    assertThat(reader.mapping("limits", List.of("name")).orElseThrow().wholeNumber("name", 1, 5))
        .contains(5L);
    assertThat(reader.entries("limits")).hasSize(1);
    assertThat(messages()).isEmpty();
  }

  @Test
  void whatIsNotThereIsReportedOnlyWhereItMustBe() {
    MappingReader reader = open("{}");

    assertThat(reader.text("name")).isEmpty();
    assertThat(reader.texts("ports")).isEmpty();
    assertThat(reader.items("ports")).isEmpty();
    assertThat(reader.entries("limits")).isEmpty();
    assertThat(reader.flag("on")).isEmpty();
    assertThat(messages()).isEmpty();

    assertThat(reader.requiredText("name")).isEmpty();
    assertThat(messages()).containsExactly("a thing needs the key `name`");
  }

  @Test
  void aSingleTextMayStandForAList() {
    assertThat(open("ports: a").texts("ports")).extracting(Located::value).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'true'", "yes", "1", "[true]"})
  void onlyTrueAndFalseAreFlags(String text) {
    assertThat(open("on: " + text).flag("on")).isEmpty();
    assertThat(messages()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "11", "5.0", "'5'", "x", "1e1", "99999999999999999999", "1e999999999"})
  void aWholeNumberIsWithinItsBounds(String text) {
    assertThat(open("name: " + text).wholeNumber("name", 1, 10)).isEmpty();
    assertThat(messages()).containsExactly("`name` must be a whole number from 1 to 10");
  }

  @Test
  void anEmptyTextIsNone() {
    MappingReader reader = open("{ name: ' ', ports: ['', ~] }");

    assertThat(reader.text("name")).isEmpty();
    assertThat(reader.texts("ports")).isEmpty();
    assertThat(messages())
        .containsExactly(
            "`name` is empty",
            "an item of `ports` is empty",
            "an item of `ports` is empty; it must be a name");
  }

  @Test
  void aKeyThatIsNotKnownBeforehandCannotBeAskedFor() {
    assertThatThrownBy(() -> open("{}").text("other"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other");
  }
}
