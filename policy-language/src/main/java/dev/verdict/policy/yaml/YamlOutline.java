package dev.verdict.policy.yaml;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * How a YAML file is written, beside what it says: the steps of its text from front to back.
 * Comments are no steps: a {@code #} that stands between two steps begins one.
 *
 * @param document what it says
 * @param text without a byte order mark; the steps count its UTF-16 units
 */
public record YamlOutline(YamlNode document, String text, List<Step> steps) {

  /** What a step is. */
  public enum Kind {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED,
    BLOCK_LIST,
    FLOW_LIST,
    BLOCK_MAPPING,
    FLOW_MAPPING,
    /** The end of the list or mapping that was begun last. */
    END
  }

  /**
   * A value, or the begin or end of a list or mapping.
   *
   * @param value of a single value, after quotes and folding are undone; else empty
   * @param from where it begins; for an end that no bracket marks, somewhere before the next step
   * @param to after its last sign, line breaks after a block scalar included
   */
  public record Step(Kind kind, String value, int from, int to) {}

  public YamlOutline {
    steps = List.copyOf(steps);
  }

  /**
   * Outlines the document of a file.
   *
   * @return empty where anything at all was reported about the file
   */
  public static Optional<YamlOutline> read(SourceFile file, Diagnostics diagnostics) {
    return YamlReader.read(file, diagnostics)
        .map(document -> outline(document, new SourceText(file)));
  }

  private static YamlOutline outline(YamlNode document, SourceText source) {
    int[] offsets = offsets(source.text());
    var steps = new ArrayList<Step>();
    for (Event event : YamlReader.events(source)) {
      kind(event)
          .ifPresent(
              kind ->
                  steps.add(
                      new Step(
                          kind,
                          event instanceof ScalarEvent scalar ? scalar.getValue() : "",
                          offsets[Marks.start(event)],
                          offsets[Marks.end(event)])));
    }
    return new YamlOutline(document, source.text(), steps);
  }

  /** For each code point where it begins in UTF-16, and where the text ends. */
  private static int[] offsets(String text) {
    var offsets = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int i = 0; i < offsets.length - 1; i++) {
      offsets[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    offsets[offsets.length - 1] = at;
    return offsets;
  }

  private static Optional<Kind> kind(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return Optional.of(kind(scalar.getScalarStyle()));
    }
    if (event instanceof CollectionStartEvent start) {
      boolean mapping = event instanceof MappingStartEvent;
      return Optional.of(
          start.isFlow()
              ? mapping ? Kind.FLOW_MAPPING : Kind.FLOW_LIST
              : mapping ? Kind.BLOCK_MAPPING : Kind.BLOCK_LIST);
    }
    return event instanceof CollectionEndEvent ? Optional.of(Kind.END) : Optional.empty();
  }

  private static Kind kind(ScalarStyle style) {
    return switch (style) {
      case PLAIN -> Kind.PLAIN;
      case SINGLE_QUOTED -> Kind.SINGLE_QUOTED;
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Kind.DOUBLE_QUOTED;
      case LITERAL -> Kind.LITERAL;
      case FOLDED -> Kind.FOLDED;
    };
  }
}
