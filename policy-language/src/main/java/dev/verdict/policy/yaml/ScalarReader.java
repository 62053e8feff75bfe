package dev.verdict.policy.yaml;

import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.source.Span;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Turns the library's scalar into ours, which knows the place of each of its characters. */
final class ScalarReader {

  private final SourceText source;

  ScalarReader(SourceText source) {
    this.source = source;
  }

  /**
   * @param keyOfEmpty where the key stands, which an empty value is shown at: there is nothing else
   *     to point at
   */
  YamlNode.Scalar read(ScalarEvent event, @Nullable Span keyOfEmpty) {
    int from = Marks.start(event);
    int to = Marks.end(event);
    String value = event.getValue();
    Span span = keyOfEmpty != null && from == to ? keyOfEmpty : source.span(from, to);
    Optional<MappedText> text =
        value.isEmpty()
            ? Optional.empty()
            : Optional.of(withComment(mapped(event, value, from, to), event, to));
    return new YamlNode.Scalar(value, event.isPlain(), text, span);
  }

  /** In a block the sign of a comment is text. */
  private MappedText withComment(MappedText text, ScalarEvent event, int to) {
    boolean isBlock =
        event.getScalarStyle() == ScalarStyle.LITERAL
            || event.getScalarStyle() == ScalarStyle.FOLDED;
    return isBlock ? text : source.commentFrom(to).map(text::before).orElse(text);
  }

  private MappedText mapped(ScalarEvent event, String value, int from, int to) {
    int quotes = event.isPlain() ? 0 : 1;
    if (source.holds(value, from + quotes, to - quotes)) {
      return MappedText.verbatim(value, source.span(from + quotes, to - quotes));
    }
    PlacedText decoded = decode(event, value, from, to);
    if (decoded.startsWith(value)) {
      return source.mapped(value, decoded.indexes(value.length()));
    }
    // INVARIANT: a place may be coarse but never absent, whatever the library makes of odd input
    var indexes = new int[value.length()];
    Arrays.fill(indexes, from);
    return source.mapped(value, indexes);
  }

  private PlacedText decode(ScalarEvent event, String value, int from, int to) {
    return switch (event.getScalarStyle()) {
      case LITERAL -> BlockScalarDecoder.decode(source, false, value, from, to);
      case FOLDED -> BlockScalarDecoder.decode(source, true, value, from, to);
      case SINGLE_QUOTED ->
          FlowScalarDecoder.decode(source, FlowScalarDecoder.Quoting.SINGLE, from, to);
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE ->
          FlowScalarDecoder.decode(source, FlowScalarDecoder.Quoting.DOUBLE, from, to);
      case PLAIN -> FlowScalarDecoder.decode(source, FlowScalarDecoder.Quoting.PLAIN, from, to);
    };
  }
}
