package dev.verdict.server.repository.git;

import dev.verdict.server.log.PrintableText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that only this process reads and writes, for as long as it needs it. A process that dies
 * leaves its folder behind; the next one clears it. Who is alive is told by a lock on a file in the
 * folder, which ends with the process however it ends.
 */
final class WorkingFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkingFolder.class);
  private static final String PREFIX = "verdict-git-";
  private static final String LOCK = "lock";

  /** Another process may be about to lock a folder that it has just made. */
  private static final Duration UNLOCKED = Duration.ofMinutes(1);

  /**
   * Names the folders of this process. It must not try their locks: to let go of one file is to let
   * go of all locks that the process has on it.
   */
  private static final String OWN = PREFIX + UUID.randomUUID() + "-";

  private final Path folder;
  private final FileChannel lock;

  private WorkingFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * A new folder; those of processes that are gone are cleared.
   *
   * @param parent is made where it is not there
   */
  static WorkingFolder in(Path parent) throws IOException {
    Files.createDirectories(parent, forOwnerOnly(parent));
    Path folder = Files.createTempDirectory(parent, OWN, forOwnerOnly(parent));
    FileChannel lock =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    clearAbandoned(folder);
    return new WorkingFolder(folder, lock);
  }

  Path path() {
    return folder;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.debug("event=git_lock_not_closed", e);
    }
    clear(folder);
  }

  private static FileAttribute<?>[] forOwnerOnly(Path place) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void clearAbandoned(Path own) throws IOException {
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(own.resolveSibling(""), PREFIX + "*")) {
      for (Path other : folders) {
        if (isAbandoned(other, own)) {
          clear(other);
        }
      }
    }
  }

  /** Nothing of somebody else's is touched, and nothing behind a link. */
  private static boolean isAbandoned(Path other, Path own) {
    try {
      return !String.valueOf(other.getFileName()).startsWith(OWN)
          && Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))
          && isUnlocked(other);
    } catch (IOException e) {
      LOG.debug(
          "event=git_folder_not_looked_at folder={}", PrintableText.quoted(other.toString()), e);
      return false;
    }
  }

  private static boolean isUnlocked(Path folder) throws IOException {
    Path file = folder.resolve(LOCK);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      Instant made = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
      return made.isBefore(Instant.now().minus(UNLOCKED));
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void clear(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("event=git_folder_left_behind folder={}", PrintableText.quoted(folder.toString()));
    }
  }
}
