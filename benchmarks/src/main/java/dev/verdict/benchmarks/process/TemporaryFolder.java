package dev.verdict.benchmarks.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A folder of the system's folder for temporary files, which goes with all that is in it. */
public final class TemporaryFolder implements AutoCloseable {

  private final Path root;
  private final Thread interruption = new Thread(this::deleteWhatCanBe, "end-of-folder");

  private TemporaryFolder(Path root) {
    this.root = root;
  }

  /** An empty one. */
  public static TemporaryFolder create() throws IOException {
    var folder = new TemporaryFolder(Files.createTempDirectory("verdict-benchmark"));
    Runtime.getRuntime().addShutdownHook(folder.interruption);
    return folder;
  }

  /** Where something in it is. */
  public Path resolve(String name) {
    return root.resolve(name);
  }

  /** Writes a file, and the folders that it is in. */
  public void write(String name, String text) throws IOException {
    Path file = resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  @Override
  public void close() throws IOException {
    Runtime.getRuntime().removeShutdownHook(interruption);
    delete();
  }

  /** Where the run was interrupted; a process that still ends may write once more. */
  private void deleteWhatCanBe() {
    try {
      delete();
    } catch (IOException left) {
      System.err.println("left behind: " + root);
    }
  }

  private void delete() throws IOException {
    Files.walkFileTree(root, new Deletion());
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
