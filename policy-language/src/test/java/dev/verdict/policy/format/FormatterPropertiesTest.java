package dev.verdict.policy.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.YamlMeaning;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

/** What holds of the formatter whatever the file. */
@Tag("slow")
class FormatterPropertiesTest {

  private static final Pattern COMMENT = Pattern.compile("# c\\d+\\.");

  @Property(tries = 5_000)
  void formattingKeepsWhatAFileSaysAndItsCommentsAndIsDoneOnce(@ForAll long seed) {
    String text = RandomYaml.document(seed);
    Optional<YamlNode> before = read(text);
    Statistics.label("readable")
        .collect(before.isPresent())
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 60));
    if (before.isEmpty()) {
      return;
    }

    String formatted = format(text);

    assertThat(YamlMeaning.isSame(before.get(), read(formatted).orElseThrow()))
        .as(formatted)
        .isTrue();
    assertThat(format(formatted)).as(text).isEqualTo(formatted);
    assertThat(comments(formatted)).containsExactlyInAnyOrderElementsOf(comments(text));
  }

  @Property(tries = 1_000)
  void whatCannotBeReadIsReportedAndNotFormatted(@ForAll long seed, @ForAll int cut) {
    String document = RandomYaml.document(seed);
    String text = document.substring(0, Math.floorMod(cut, document.length() + 1));
    var diagnostics = new Diagnostics();

    Optional<String> formatted = Formatter.format(new SourceFile("a.yaml", text), diagnostics);

    assertThat(formatted.isEmpty()).isEqualTo(diagnostics.hasErrors());
    assertThat(formatted.isPresent()).isEqualTo(read(text).isPresent());
  }

  private static List<String> comments(String text) {
    return COMMENT.matcher(text).results().map(MatchResult::group).toList();
  }

  private static Optional<YamlNode> read(String text) {
    return YamlReader.read(new SourceFile("a.yaml", text), new Diagnostics());
  }

  private static String format(String text) {
    var diagnostics = new Diagnostics();
    Optional<String> formatted = Formatter.format(new SourceFile("a.yaml", text), diagnostics);
    assertThat(diagnostics.sorted())
        .as(text)
        .noneMatch(found -> found.code() == DiagnosticCode.YAML_NOT_FORMATTED);
    return formatted.orElseThrow();
  }
}
