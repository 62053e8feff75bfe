package dev.verdict.server.repository.directory;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of a policy directory without opening a file. Two equal scans mean the
 * same files, but for a change that left size and time as they were.
 *
 * @param files by path
 * @param faults by path
 * @param overflow which limit of the whole repository is passed, if one is
 */
record DirectoryScan(List<Found> files, List<Fault> faults, Optional<String> overflow) {

  DirectoryScan {
    files = List.copyOf(files);
    faults = List.copyOf(faults);
  }

  /**
   * A YAML file.
   *
   * @param path in the repository
   * @param file to open; where the path is a link, what it leads to
   * @param key the file system's own name for the file, where it has one: another one means that
   *     the file was replaced
   */
  record Found(String path, Path file, long size, FileTime modified, @Nullable Object key) {

    Found(String path, Path file, BasicFileAttributes attributes) {
      this(path, file, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }
  }

  /** A file or folder that must not or cannot be read. */
  record Fault(String path, String message) {}

  /** Whether some file was changed after that time. */
  boolean changedSince(Instant time) {
    return files.stream().anyMatch(file -> !file.modified().toInstant().isBefore(time));
  }
}
