package dev.verdict.server.command.change;

import dev.verdict.server.command.output.CommandFailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/** Several files that get their new texts together: where one cannot, the others are put back. */
final class ReplacedFiles {

  /** A file, what it holds and what it is to hold. */
  record Replacement(Path file, String before, String after) {}

  private final BiConsumer<Path, String> replacement;

  /**
   * @param replacement puts a text into a file in one step, or fails and leaves the file as it is
   */
  ReplacedFiles(BiConsumer<Path, String> replacement) {
    this.replacement = replacement;
  }

  /**
   * Writes all of them.
   *
   * @throws CommandFailureException where one cannot be written or has changed meanwhile
   */
  void replace(List<Replacement> files) {
    files.forEach(ReplacedFiles::checkUnchanged);
    Deque<Replacement> written = new ArrayDeque<>();
    for (Replacement file : files) {
      try {
        replacement.accept(file.file(), file.after());
        written.push(file);
      } catch (CommandFailureException e) {
        throw new CommandFailureException(e.getMessage() + "; " + putBack(written));
      }
    }
  }

  private static void checkUnchanged(Replacement file) {
    try {
      if (!Files.readString(file.file()).equals(file.before())) {
        throw new CommandFailureException(
            "`" + file.file() + "` changed meanwhile; nothing was written");
      }
    } catch (IOException e) {
      throw new CommandFailureException(
          "`" + file.file() + "` cannot be read; nothing was written");
    }
  }

  private String putBack(Deque<Replacement> written) {
    List<String> lost = new ArrayList<>();
    for (Replacement file : written) {
      try {
        replacement.accept(file.file(), file.before());
      } catch (CommandFailureException e) {
        lost.add("`" + file.file() + "`");
      }
    }
    if (written.isEmpty()) {
      return "nothing was written";
    }
    return lost.isEmpty()
        ? "what was written before is put back"
        : "these could not be put back and have the new name: " + String.join(", ", lost);
  }
}
