package dev.verdict.server.repository.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;

/** A bare git repository that tests push to. */
public final class GitFixture implements AutoCloseable {

  private static final PersonIdent AUTHOR =
      new PersonIdent(
          "author", "author@example.org", Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final Path folder;
  private final Repository repository;
  private final Map<String, Entry> entries = new TreeMap<>();

  private record Entry(FileMode mode, ObjectId id) {}

  public GitFixture(Path folder) throws IOException {
    this.folder = folder;
    this.repository = new FileRepository(folder.toFile());
    repository.create(true);
  }

  public String url() {
    return "file://" + folder;
  }

  Repository repository() {
    return repository;
  }

  public GitFixture file(String path, String text) throws IOException {
    return entry(path, FileMode.REGULAR_FILE, text.getBytes(StandardCharsets.UTF_8));
  }

  public GitFixture file(String path, byte[] content) throws IOException {
    return entry(path, FileMode.REGULAR_FILE, content);
  }

  /** As a server that does not know partial fetches, or does not allow them. */
  GitFixture leavesNothingOut() throws IOException {
    repository.getConfig().setBoolean("uploadpack", null, "allowfilter", false);
    repository.getConfig().save();
    return this;
  }

  GitFixture link(String path, String target) throws IOException {
    return entry(path, FileMode.SYMLINK, target.getBytes(StandardCharsets.UTF_8));
  }

  GitFixture submodule(String path) {
    entries.put(path, new Entry(FileMode.GITLINK, ObjectId.fromString("1".repeat(40))));
    return this;
  }

  GitFixture without(String path) {
    entries.remove(path);
    return this;
  }

  /** Commits the files as they are now on top of the branch; the id of the commit. */
  public String push(String branch) throws IOException {
    ObjectId parent = repository.resolve("refs/heads/" + branch);
    return push(branch, parent == null ? new ObjectId[0] : new ObjectId[] {parent});
  }

  /** Replaces the branch by one commit without a past. */
  public String forcePush(String branch) throws IOException {
    return push(branch, new ObjectId[0]);
  }

  /** Makes a tag object for the newest commit of a branch. */
  void tag(String name, String branch) throws IOException {
    var tag = new TagBuilder();
    tag.setTag(name);
    tag.setTagger(AUTHOR);
    tag.setMessage(name);
    tag.setObjectId(repository.resolve("refs/heads/" + branch), Constants.OBJ_COMMIT);
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      point("refs/tags/" + name, inserter.insert(tag));
      inserter.flush();
    }
  }

  /** Points a branch at a commit of this tree. */
  void pushTree(String branch, ObjectId tree) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId commit = commit(inserter, tree);
      inserter.flush();
      point("refs/heads/" + branch, commit);
    }
  }

  void delete(String branch) throws IOException {
    RefUpdate update = repository.updateRef("refs/heads/" + branch);
    update.setForceUpdate(true);
    update.delete();
  }

  @Override
  public void close() {
    repository.close();
  }

  private GitFixture entry(String path, FileMode mode, byte[] content) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      entries.put(path, new Entry(mode, inserter.insert(Constants.OBJ_BLOB, content)));
      inserter.flush();
    }
    return this;
  }

  private String push(String branch, ObjectId[] parents) throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    entries.forEach(
        (path, entry) -> {
          var added = new DirCacheEntry(path);
          added.setFileMode(entry.mode());
          added.setObjectId(entry.id());
          builder.add(added);
        });
    builder.finish();
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId commit = commit(inserter, index.writeTree(inserter), parents);
      inserter.flush();
      point("refs/heads/" + branch, commit);
      return commit.name();
    }
  }

  private static ObjectId commit(ObjectInserter inserter, ObjectId tree, ObjectId... parents)
      throws IOException {
    var commit = new CommitBuilder();
    commit.setTreeId(tree);
    commit.setParentIds(parents);
    commit.setAuthor(AUTHOR);
    commit.setCommitter(AUTHOR);
    commit.setMessage("a change");
    return inserter.insert(commit);
  }

  private void point(String ref, ObjectId id) throws IOException {
    RefUpdate update = repository.updateRef(ref);
    update.setNewObjectId(id);
    update.setForceUpdate(true);
    update.forceUpdate();
  }
}
