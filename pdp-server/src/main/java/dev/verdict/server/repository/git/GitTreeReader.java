package dev.verdict.server.repository.git;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.snapshot.FileKind;
import dev.verdict.server.repository.SourceCollector;
import dev.verdict.server.repository.SourceLimits;
import dev.verdict.server.repository.SourceState;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Reads the YAML files of a commit from the object store, without a working tree: a name in a tree
 * is never a path on this machine.
 */
final class GitTreeReader {

  private final Repository repository;
  private final SourceLimits limits;
  private final boolean partial;

  /**
   * @param partial whether blobs may be missing from the object store that are too large for the
   *     limits
   */
  GitTreeReader(Repository repository, SourceLimits limits, boolean partial) {
    this.repository = repository;
    this.limits = limits;
    this.partial = partial;
  }

  /**
   * Reads a commit.
   *
   * @param id of a commit, or of a tag on one
   * @param folder the root of the policies; absent: the top
   * @return empty where the commit has no such folder
   */
  Optional<SourceState> read(ObjectId id, Optional<String> folder) throws IOException {
    try (ObjectReader reader = repository.newObjectReader();
        var commits = new RevWalk(reader)) {
      RevCommit commit = commits.parseCommit(id);
      Optional<ObjectId> root = rootOf(reader, commit, folder);
      if (root.isEmpty()) {
        return Optional.empty();
      }
      var collector = new SourceCollector(limits);
      collect(reader, root.get(), collector);
      return Optional.of(collector.state(commit.name()));
    }
  }

  private static Optional<ObjectId> rootOf(
      ObjectReader reader, RevCommit commit, Optional<String> folder) throws IOException {
    if (folder.isEmpty()) {
      return Optional.of(commit.getTree());
    }
    try (TreeWalk walk = TreeWalk.forPath(reader, folder.get(), commit.getTree())) {
      return walk != null && walk.getFileMode().equals(FileMode.TREE)
          ? Optional.of(walk.getObjectId(0))
          : Optional.empty();
    }
  }

  /** Trees may hold the same tree many times over, so that a small commit can be endless. */
  private void collect(ObjectReader reader, ObjectId root, SourceCollector collector)
      throws IOException {
    try (var walk = new TreeWalk(reader)) {
      walk.addTree(root);
      for (int entries = 1; !collector.isFull() && walk.next(); entries++) {
        if (entries > limits.maxEntries()) {
          collector.refuseAll(
              "the repository has more than " + limits.maxEntries() + " files and folders");
        } else if (!FileKind.isHidden(walk.getNameString())) {
          visit(reader, walk, collector);
        }
      }
    }
  }

  private void visit(ObjectReader reader, TreeWalk walk, SourceCollector collector)
      throws IOException {
    FileMode mode = walk.getFileMode();
    String path = walk.getPathString();
    if (mode.equals(FileMode.TREE)) {
      enter(walk, path, collector);
    } else if (mode.equals(FileMode.GITLINK)) {
      refuse(collector, path, "submodules are not followed");
    } else if (mode.equals(FileMode.SYMLINK)) {
      visitLink(walk.getNameString(), path, collector);
    } else if (isRead(path)) {
      add(reader, path, walk.getObjectId(0), collector);
    }
  }

  private void add(ObjectReader reader, String path, ObjectId blob, SourceCollector collector)
      throws IOException {
    if (partial && !reader.has(blob)) {
      collector.addLeftOut(path);
      return;
    }
    long size = reader.getObjectSize(blob, Constants.OBJ_BLOB);
    collector.add(path, size, max -> reader.open(blob, Constants.OBJ_BLOB).getCachedBytes(max));
  }

  private void enter(TreeWalk walk, String path, SourceCollector collector) throws IOException {
    if (walk.getDepth() >= limits.maxDepth()) {
      refuse(collector, path, "folders are nested too deeply (limit " + limits.maxDepth() + ")");
    } else {
      walk.enterSubtree();
    }
  }

  /** What has the ending of another kind of file is none of ours; the rest may be a folder. */
  private static void visitLink(String name, String path, SourceCollector collector) {
    if (isRead(path) || !name.contains(".")) {
      refuse(collector, path, "links in a git repository are not followed");
    }
  }

  private static boolean isRead(String path) {
    return FileKind.of(path) != FileKind.OTHER;
  }

  private static void refuse(SourceCollector collector, String path, String message) {
    collector.refuse(path, DiagnosticCode.FILE_UNREADABLE, message);
  }
}
