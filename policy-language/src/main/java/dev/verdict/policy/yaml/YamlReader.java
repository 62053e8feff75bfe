package dev.verdict.policy.yaml;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML 1.2 document into nodes.
 *
 * <p>Refuses anchors, aliases, tags, directives, several documents and duplicate keys, and what is
 * larger than {@link Limit} says.
 */
public final class YamlReader {

  private YamlReader() {}

  /**
   * The document of a file.
   *
   * @return empty where anything at all was reported about the file
   */
  public static Optional<YamlNode> read(SourceFile file, Diagnostics diagnostics) {
    int maxLength = diagnostics.limits().of(Limit.FILE_LENGTH);
    if (file.text().length() > maxLength) {
      diagnostics.report(
          DiagnosticCode.FILE_TOO_LARGE,
          Span.startOf(file.path()),
          "the file has " + file.text().length() + " characters (limit " + maxLength + ")");
      return Optional.empty();
    }
    var source = new SourceText(file);
    var forbidden = CharacterCheck.firstForbidden(source);
    if (forbidden.isPresent()) {
      int at = forbidden.getAsInt();
      diagnostics.report(
          DiagnosticCode.YAML_UNSUPPORTED,
          source.span(at, at + 1),
          String.format(
              "the invisible character U+%04X may not stand in a file; in double quotes, write it"
                  + " as an escape",
              source.at(at)));
      return Optional.empty();
    }
    return parse(source, diagnostics);
  }

  private static Optional<YamlNode> parse(SourceText source, Diagnostics diagnostics) {
    int errors = diagnostics.errors();
    var builder = new TreeBuilder(source, diagnostics);
    try {
      for (Event event : events(source)) {
        if (!builder.accept(event)) {
          break;
        }
      }
    } catch (MarkedYamlEngineException e) {
      SyntaxProblem.of(e, source).report(diagnostics);
    } catch (RuntimeException e) {
      // the library throws its own kinds for a version, and bare ones for a number in an escape;
      // whatever it is, the author's file is at fault and the server is not
      SyntaxProblem.after(builder.reached(), source).report(diagnostics);
    }
    if (diagnostics.errors() > errors) {
      return Optional.empty();
    }
    if (builder.root().isEmpty()) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE, Span.startOf(source.path()), "the file is empty");
    }
    return builder.root();
  }

  /** What the YAML library sees in the text, one after the other; throws where it is no YAML. */
  static Iterable<Event> events(SourceText source) {
    LoadSettings settings = settings(source);
    return () -> new ParserImpl(settings, new StreamReader(settings, source.text()));
  }

  private static LoadSettings settings(SourceText source) {
    return LoadSettings.builder()
        .setLabel(source.path())
        .setParseComments(false)
        .setCodePointLimit(source.text().length())
        .build();
  }
}
