package dev.verdict.server.repository.directory;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of a policy directory without opening a file. Two equal scans mean the
 * same files, as far as the file system tells every change.
 *
 * @param files by path
 * @param faults by path
 * @param folders that hold what was found, with those of files that links lead to
 * @param overflow which limit of the whole repository is passed, if one is
 */
record DirectoryScan(
    List<Found> files, List<Fault> faults, Set<Path> folders, Optional<String> overflow) {

  DirectoryScan {
    files = List.copyOf(files);
    faults = List.copyOf(faults);
    folders = Set.copyOf(folders);
  }

  /**
   * A YAML file.
   *
   * @param path in the repository
   * @param file to open; where the path is a link, what it leads to
   * @param changed when content or attributes were last changed, which nobody can set; absent where
   *     the file system does not tell
   * @param key the file system's own name for the file, where it has one: another one means that
   *     the file was replaced
   */
  record Found(
      String path,
      Path file,
      long size,
      FileTime modified,
      @Nullable FileTime changed,
      @Nullable Object key) {

    Found(String path, Path file, BasicFileAttributes attributes, @Nullable FileTime changed) {
      this(
          path,
          file,
          attributes.size(),
          attributes.lastModifiedTime(),
          changed,
          attributes.fileKey());
    }

    /** Whether a later change may leave everything said here as it is. */
    boolean mayChangeUnseen(Instant recent) {
      return changed == null || !changed.toInstant().isBefore(recent);
    }
  }

  /** A file or folder that must not or cannot be read. */
  record Fault(String path, String message) {}

  /**
   * Whether a change may go unseen by another scan: a file was changed too recently for the clock
   * to tell the next change from it, or the file system does not tell when files are changed.
   */
  boolean mayChangeUnseen(Instant recent) {
    return files.stream().anyMatch(file -> file.mayChangeUnseen(recent));
  }
}
