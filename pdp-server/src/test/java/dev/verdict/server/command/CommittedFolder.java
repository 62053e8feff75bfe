package dev.verdict.server.command;

import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A folder under git, with a branch {@code main}. */
public final class CommittedFolder {

  private CommittedFolder() {}

  /** Commits all that is in the folder; the first time makes it a repository. */
  public static void commit(Path folder) {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("a change")
          .setAuthor("author", "author@example.org")
          .setCommitter("author", "author@example.org")
          .setSign(false)
          .call();
    } catch (GitAPIException e) {
      throw new AssertionError(e);
    }
  }
}
