package dev.verdict.policy.format;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.YamlMeaning;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlOutline;
import dev.verdict.policy.yaml.YamlReader;
import java.util.Optional;

/**
 * Writes YAML files in one layout.
 *
 * <p>What a file says, the order of its keys, its comments and the line breaks within texts stay as
 * they are; indentation, blanks, blank lines, quotes and brackets become uniform. To format what
 * was formatted changes nothing. It trusts itself no further than it can see: what it wrote is read
 * again and has to say the same.
 */
public final class Formatter {

  private Formatter() {}

  /**
   * The text of a file in its layout.
   *
   * @return empty where anything was reported about the file
   */
  public static Optional<String> format(SourceFile file, Diagnostics diagnostics) {
    String unix = file.text().replace("\r\n", "\n").replace('\r', '\n');
    return YamlOutline.read(new SourceFile(file.path(), unix), diagnostics)
        .flatMap(outline -> format(file, outline, diagnostics));
  }

  private static Optional<String> format(
      SourceFile file, YamlOutline outline, Diagnostics diagnostics) {
    String text = LayoutPrinter.print(LayoutReader.read(outline));
    Optional<YamlNode> again =
        YamlReader.read(new SourceFile(file.path(), text), new Diagnostics());
    if (again.isPresent() && YamlMeaning.isSame(outline.document(), again.get())) {
      return Optional.of(text);
    }
    diagnostics.report(
        DiagnosticCode.YAML_NOT_FORMATTED,
        Span.startOf(file.path()),
        "the file cannot be formatted without a change of what it says, and stays as it is");
    return Optional.empty();
  }
}
