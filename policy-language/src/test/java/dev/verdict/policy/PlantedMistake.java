package dev.verdict.policy;

import dev.verdict.policy.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A mistake in a repository that is otherwise without fault: lines of its files, and what is
 * written in their place. As a text:
 *
 * <pre>
 * == a role in the plural
 * article.policy.yaml
 * -    roles: [editor]
 * +    roles: [editors]
 * !    roles: [editor]
 * </pre>
 *
 * @param name what is wrong
 * @param edits by file
 */
record PlantedMistake(String name, List<Edit> edits) {

  private static final Pattern MISTAKE = Pattern.compile("^== ", Pattern.MULTILINE);
  private static final Pattern EDIT = Pattern.compile("^(?=[a-z])", Pattern.MULTILINE);

  /**
   * Lines of a file, each ended; a file without lines to replace is a new one.
   *
   * @param advised what the finding says to write, empty where that needs a choice
   */
  record Edit(String file, String before, String written, String advised) {}

  /** All of a list, in its order. */
  static List<PlantedMistake> read(String list) {
    return MISTAKE
        .splitAsStream(list)
        .filter(text -> !text.isBlank())
        .map(PlantedMistake::one)
        .toList();
  }

  private static PlantedMistake one(String text) {
    int end = text.indexOf('\n');
    List<Edit> edits =
        EDIT.splitAsStream(text.substring(end + 1))
            .filter(edit -> !edit.isBlank())
            .map(PlantedMistake::edit)
            .toList();
    return new PlantedMistake(text.substring(0, end), edits);
  }

  private static Edit edit(String text) {
    String file = text.substring(0, text.indexOf('\n'));
    return new Edit(file, lines(text, '-'), lines(text, '+'), lines(text, '!'));
  }

  private static String lines(String text, char mark) {
    var lines = new StringBuilder();
    text.lines()
        .filter(line -> !line.isEmpty() && line.charAt(0) == mark)
        .forEach(line -> lines.append(line, 1, line.length()).append('\n'));
    return lines.toString();
  }

  /** Whether what to write follows from the finding. */
  boolean isAdvised() {
    return edits.stream().anyMatch(edit -> !edit.advised().isEmpty());
  }

  /** The repository with the mistake. */
  List<SourceFile> written(List<SourceFile> repository) {
    return edited(repository, false);
  }

  /** The repository after whoever made the mistake did what the finding says. */
  List<SourceFile> advised(List<SourceFile> repository) {
    return edited(repository, true);
  }

  private List<SourceFile> edited(List<SourceFile> repository, boolean advised) {
    Map<String, String> texts = new LinkedHashMap<>();
    repository.forEach(file -> texts.put(file.path(), file.text()));
    for (Edit edit : edits) {
      String text = advised ? edit.advised() : edit.written();
      texts.merge(edit.file(), text, (old, added) -> replaced(old, edit, added));
    }
    return texts.entrySet().stream()
        .map(file -> new SourceFile(file.getKey(), file.getValue()))
        .toList();
  }

  private String replaced(String old, Edit edit, String text) {
    int place = old.indexOf(edit.before());
    if (edit.before().isEmpty() || place < 0 || old.indexOf(edit.before(), place + 1) >= 0) {
      throw new AssertionError(name + ": not once in " + edit.file() + ":\n" + edit.before());
    }
    return old.replace(edit.before(), text);
  }
}
