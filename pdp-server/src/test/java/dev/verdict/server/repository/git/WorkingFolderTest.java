package dev.verdict.server.repository.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingFolderTest {

  @TempDir private Path parent;

  @Test
  void nobodyElseMayLookIntoIt() throws IOException {
    Path place = parent.resolve("made/here");
    try (WorkingFolder folder = WorkingFolder.in(place)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
          .isEqualTo("rwx------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
          .isEqualTo("rwx------");
    }
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void foldersOfProcessesThatDiedAreCleared() throws IOException {
    Path dead = folder("verdict-git-of-a-dead-process");
    Files.createFile(dead.resolve("lock"));
    Path old = folder("verdict-git-123");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(1))));

    try (WorkingFolder folder = WorkingFolder.in(parent)) {
      assertThat(parent).isDirectoryContaining(path -> path.equals(folder.path()));
      assertThat(dead).doesNotExist();
      assertThat(old).doesNotExist();
    }
  }

  @Test
  void foldersOfTheLivingAndOfOthersStay() throws IOException {
    Path alive = folder("verdict-git-of-a-living-process");
    Path starting = folder("verdict-git-of-one-that-starts");
    Path other = folder("somebody-elses");
    Path target = folder("target");
    Files.createSymbolicLink(parent.resolve("verdict-git-link"), target);
    try (FileChannel file =
            FileChannel.open(
                alive.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = file.lock();
        WorkingFolder first = WorkingFolder.in(parent)) {
      WorkingFolder.in(parent).close();

      assertThat(held.isValid()).isTrue();
      assertThat(alive.resolve("objects/incoming.pack")).exists();
      assertThat(starting.resolve("objects/incoming.pack")).exists();
      assertThat(other.resolve("objects/incoming.pack")).exists();
      assertThat(target.resolve("objects/incoming.pack")).exists();
      assertThat(first.path()).exists();
    }
  }

  private Path folder(String name) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(name).resolve("objects")).getParent();
    Files.write(folder.resolve("objects/incoming.pack"), new byte[100]);
    return folder;
  }
}
