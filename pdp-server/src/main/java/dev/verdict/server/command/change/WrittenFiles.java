package dev.verdict.server.command.change;

import dev.verdict.server.command.output.CommandFailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** New files that stay only if all of them could be written. */
final class WrittenFiles implements AutoCloseable {

  private final Deque<Path> made = new ArrayDeque<>();

  /** Writes a file that is not there yet, and the folders that it needs. */
  void create(Path file, byte[] content) {
    try {
      createFolder(file.toAbsolutePath().getParent());
      Files.createFile(file);
      made.push(file);
      Files.write(file, content);
    } catch (IOException e) {
      throw new CommandFailureException("`" + file + "` cannot be written; nothing was written");
    }
  }

  private void createFolder(@Nullable Path folder) throws IOException {
    if (folder != null && !Files.isDirectory(folder)) {
      createFolder(folder.getParent());
      Files.createDirectory(folder);
      made.push(folder);
    }
  }

  void keep() {
    made.clear();
  }

  @Override
  public void close() {
    for (Path path : made) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw new CommandFailureException("`" + path + "` was written and cannot be removed");
      }
    }
  }
}
