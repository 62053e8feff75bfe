package dev.verdict.server.command.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.server.command.folder.FileReplacement;
import dev.verdict.server.command.output.CommandFailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplacedFilesTest {

  @TempDir private Path folder;
  private List<ReplacedFiles.Replacement> files = List.of();

  @BeforeEach
  void write() throws IOException {
    for (String name : List.of("a", "b", "c")) {
      Files.writeString(folder.resolve(name), "old");
    }
    files = List.of(replacement("a"), replacement("b"), replacement("c"));
  }

  @Test
  void allAreReplaced() throws IOException {
    new ReplacedFiles(FileReplacement::replace).replace(files);

    assertThat(texts()).containsExactly("new", "new", "new");
  }

  @Test
  void whereOneCannotBeWrittenTheOthersArePutBack() throws IOException {
    assertThatThrownBy(() -> new ReplacedFiles(failing("c", "new")).replace(files))
        .isInstanceOf(CommandFailureException.class)
        .hasMessage("c; what was written before is put back");

    assertThat(texts()).containsExactly("old", "old", "old");
  }

  @Test
  void whatCannotBePutBackIsNamed() throws IOException {
    BiConsumer<Path, String> replacement = failing("c", "new").andThen(failing("a", "old"));

    assertThatThrownBy(() -> new ReplacedFiles(replacement).replace(files))
        .hasMessage(
            "c; these could not be put back and have the new name: `" + folder.resolve("a") + "`");
  }

  @Test
  void whereTheFirstCannotBeWrittenNothingIs() {
    assertThatThrownBy(() -> new ReplacedFiles(failing("a", "new")).replace(files))
        .hasMessage("a; nothing was written");
  }

  @Test
  void aFileThatChangedMeanwhileIsNotOverwritten() throws IOException {
    Files.writeString(folder.resolve("c"), "somebody's");

    assertThatThrownBy(() -> new ReplacedFiles(FileReplacement::replace).replace(files))
        .hasMessage("`" + folder.resolve("c") + "` changed meanwhile; nothing was written");

    assertThat(texts()).containsExactly("old", "old", "somebody's");
  }

  /** Fails for one file and text. */
  private static BiConsumer<Path, String> failing(String name, String text) {
    return (file, content) -> {
      if (file.endsWith(name) && content.equals(text)) {
        throw new CommandFailureException(name);
      }
      FileReplacement.replace(file, content);
    };
  }

  private ReplacedFiles.Replacement replacement(String name) {
    return new ReplacedFiles.Replacement(folder.resolve(name), "old", "new");
  }

  private List<String> texts() throws IOException {
    return List.of(
        Files.readString(folder.resolve("a")),
        Files.readString(folder.resolve("b")),
        Files.readString(folder.resolve("c")));
  }
}
