package dev.verdict.server.command.folder;

import dev.verdict.server.command.output.CommandFailureException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Puts another text into a file in one step: who reads it sees the old text or the new one. */
public final class FileReplacement {

  private FileReplacement() {}

  /**
   * Writes beside the file, under a name that no policy repository reads, and renames. Where the
   * path is a link, the file behind it is replaced.
   *
   * @throws CommandFailureException where that cannot be done; the file is as it was
   */
  public static void replace(Path path, String text) {
    try {
      Path file = path.toRealPath();
      Path written = Files.createTempFile(file.getParent(), ".verdict-", ".tmp");
      try {
        Files.writeString(written, text);
        keepAccess(file, written);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(written);
      }
    } catch (FileSystemException e) {
      throw new CommandFailureException("`" + path + "` cannot be written");
    } catch (IOException e) {
      throw new CommandFailureException("`" + path + "` cannot be written: " + e.getMessage());
    }
  }

  /** The file stays as readable as it was, and no more. */
  private static void keepAccess(Path file, Path written) throws IOException {
    var from = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    var to = Files.getFileAttributeView(written, PosixFileAttributeView.class);
    if (from != null && to != null) {
      to.setPermissions(from.readAttributes().permissions());
    }
  }
}
