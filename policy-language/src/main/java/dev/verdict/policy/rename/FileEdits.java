package dev.verdict.policy.rename;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.YamlOutline;
import dev.verdict.policy.yaml.YamlOutline.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Replaces names in the text of a file and leaves every other character as it is. A value that
 * cannot hold the new name as it is written gets quotes, and loses those that only the old name
 * needed.
 */
final class FileEdits {

  private final SourceFile file;
  private final String text;
  private final int[] lines;
  private final NavigableMap<Integer, ScalarText> scalars = new TreeMap<>();

  FileEdits(SourceFile file) {
    this.file = file;
    YamlOutline outline =
        YamlOutline.read(file, new Diagnostics())
            .orElseThrow(() -> new IllegalArgumentException("file: " + file.path()));
    text = outline.text();
    lines = lineStarts(text);
    Deque<Boolean> flow = new ArrayDeque<>();
    for (Step step : outline.steps()) {
      switch (step.kind()) {
        case BLOCK_LIST, BLOCK_MAPPING -> flow.push(false);
        case FLOW_LIST, FLOW_MAPPING -> flow.push(true);
        case END -> flow.pop();
        case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED, LITERAL, FOLDED -> {
          String raw = text.substring(step.from(), step.to());
          boolean inFlow = !flow.isEmpty() && flow.peek();
          scalars.put(step.from(), new ScalarText(step, raw, inFlow));
        }
      }
    }
  }

  private static int[] lineStarts(String text) {
    var starts = new ArrayList<Integer>(List.of(0));
    for (int i = 0; i < text.length(); i++) {
      boolean crlf = text.startsWith("\r\n", i);
      if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !crlf)) {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The file under new names.
   *
   * @param places in this file, in order
   * @throws UnwritablePlaceException where a name is written with escapes or over several lines
   */
  SourceFile replace(List<Place> places, String oldName, String newName) {
    Map<Integer, String> changed = new TreeMap<>();
    Map<Integer, List<ScalarText.Part>> parts = new TreeMap<>();
    for (Place place : places) {
      int at = offset(place.span());
      Map.Entry<Integer, ScalarText> scalar = scalars.floorEntry(at);
      if (scalar == null || scalar.getValue().end() <= at) {
        throw new UnwritablePlaceException(place);
      }
      if (place.form() == Place.Form.WHOLE) {
        changed.put(scalar.getKey(), scalar.getValue().called(place, oldName, newName));
      } else {
        parts
            .computeIfAbsent(scalar.getKey(), key -> new ArrayList<>())
            .add(scalar.getValue().part(place, at - scalar.getKey(), oldName, newName));
      }
    }
    parts.forEach((from, some) -> changed.put(from, scalar(from).with(some)));
    return new SourceFile(file.path(), byteOrderMark() + replaced(changed));
  }

  private ScalarText scalar(int from) {
    return scalars.floorEntry(from).getValue();
  }

  private String replaced(Map<Integer, String> changed) {
    var result = new StringBuilder();
    int done = 0;
    for (Map.Entry<Integer, String> change : changed.entrySet()) {
      result.append(text, done, change.getKey()).append(change.getValue());
      done = scalar(change.getKey()).end();
    }
    return result.append(text, done, text.length()).toString();
  }

  private String byteOrderMark() {
    return file.text().substring(0, file.text().length() - text.length());
  }

  private int offset(Span span) {
    return text.offsetByCodePoints(lines[span.line() - 1], span.column() - 1);
  }
}
