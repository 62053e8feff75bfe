package dev.verdict.server.repository.directory;

import dev.verdict.policy.snapshot.FileKind;
import dev.verdict.server.repository.SourceLimits;
import dev.verdict.server.repository.directory.DirectoryScan.Fault;
import dev.verdict.server.repository.directory.DirectoryScan.Found;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks a policy directory once, without opening a file and without leaving it by a link. */
final class DirectoryScanner extends SimpleFileVisitor<Path> {

  private final Path root;
  private final SourceLimits limits;
  private final boolean tellsChanges;
  private final List<Found> files = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<Path> folders = new HashSet<>();
  private int entries;
  private @Nullable String overflow;

  private DirectoryScanner(Path root, SourceLimits limits) {
    this.root = root;
    this.limits = limits;
    tellsChanges = root.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /**
   * Walks the directory.
   *
   * @throws IOException where the directory itself cannot be read
   */
  static DirectoryScan scan(Path directory, SourceLimits limits) throws IOException {
    var scanner = new DirectoryScanner(directory.toRealPath(), limits);
    Files.walkFileTree(
        scanner.root, EnumSet.noneOf(FileVisitOption.class), limits.maxDepth(), scanner);
    scanner.files.sort(Comparator.comparing(Found::path));
    scanner.faults.sort(Comparator.comparing(Fault::path));
    return new DirectoryScan(
        scanner.files, scanner.faults, scanner.folders, Optional.ofNullable(scanner.overflow));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (!folder.equals(root) && FileKind.isHidden(nameOf(folder))) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    folders.add(folder);
    return counted();
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (FileKind.isHidden(nameOf(file))) {
      return counted();
    }
    if (attributes.isDirectory()) {
      fault(file, "folders are nested too deeply (limit " + limits.maxDepth() + ")");
    } else if (attributes.isSymbolicLink()) {
      visitLink(file);
    } else if (isRead(file)) {
      try {
        found(file, file, attributes);
      } catch (IOException e) {
        return visitFileFailed(file, e);
      }
    }
    return counted();
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (file.equals(root)) {
      throw failure;
    }
    boolean isGone = failure instanceof NoSuchFileException;
    if (!isGone && !FileKind.isHidden(nameOf(file))) {
      fault(file, "cannot be read");
    }
    return counted();
  }

  /** A folder whose listing broke off may hide a rule, so it must not go unnoticed. */
  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
      throws IOException {
    return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, failure);
  }

  private void visitLink(Path link) {
    boolean read = isRead(link);
    try {
      Path target = link.toRealPath();
      var attributes = Files.readAttributes(target, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        fault(link, "links to folders are not followed");
      } else if (read && !target.startsWith(root)) {
        fault(link, "the link leads out of the repository");
      } else if (read) {
        found(link, target, attributes);
        folders.add(target.getParent());
      }
    } catch (IOException e) {
      if (read) {
        fault(link, "the link leads nowhere");
      }
    }
  }

  private void found(Path path, Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isRegularFile()) {
      files.add(new Found(relative(path), file, attributes, changeOf(file)));
    } else {
      fault(path, "is not a regular file");
    }
  }

  /** The time of modification can be set back by anybody who may write the file; this cannot. */
  private @Nullable FileTime changeOf(Path file) throws IOException {
    return tellsChanges
        ? (FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
        : null;
  }

  private void fault(Path path, String message) {
    faults.add(new Fault(relative(path), message));
  }

  private FileVisitResult counted() {
    if (++entries > limits.maxEntries()) {
      overflow = "the repository has more than " + limits.maxEntries() + " files and folders";
    } else if (files.size() > limits.maxFiles()) {
      overflow = "the repository has more than " + limits.maxFiles() + " YAML files";
    }
    return overflow == null ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
  }

  private boolean isRead(Path file) {
    return FileKind.of(relative(file)) != FileKind.OTHER;
  }

  private String relative(Path path) {
    return root.relativize(path).toString().replace(File.separatorChar, '/');
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
