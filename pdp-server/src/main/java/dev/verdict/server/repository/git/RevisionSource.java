package dev.verdict.server.repository.git;

import dev.verdict.policy.limit.Limits;
import dev.verdict.server.log.PrintableText;
import dev.verdict.server.repository.PolicySource;
import dev.verdict.server.repository.SourceLimits;
import dev.verdict.server.repository.SourceReading;
import dev.verdict.server.repository.SourceState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Policies as they stand in a folder of a git repository on this machine, at a revision as git's
 * own commands name them: {@code main}, {@code HEAD~2}, {@code v1.4}, a commit. Reads the objects
 * alone, so the working tree is neither looked at nor changed.
 */
public final class RevisionSource implements PolicySource {

  private final Path folder;
  private final String revision;

  /**
   * @param folder within the working tree, the root of the policies; it need not exist any more
   * @param revision as an author writes it
   */
  public RevisionSource(Path folder, String revision) {
    this.folder = folder.toAbsolutePath().normalize();
    this.revision = revision;
    IsolatedGitSettings.install();
  }

  @Override
  public String description() {
    return "revision " + revision + " of " + folder;
  }

  @Override
  public SourceReading read(Optional<String> known) {
    var builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
    if (builder.getGitDir() == null) {
      return unreachable("`" + folder + "` lies in no git repository");
    }
    try (Repository repository = builder.build()) {
      return read(repository);
    } catch (RevisionSyntaxException | AmbiguousObjectException e) {
      return unreachable("it names no commit, or more than one");
    } catch (IncorrectObjectTypeException e) {
      return unreachable("it does not lead to a commit");
    } catch (IOException | LargeObjectException e) {
      return unreachable("the git repository cannot be read");
    }
  }

  private SourceReading read(Repository repository) throws IOException {
    ObjectId commit = repository.resolve(revision + "^{commit}");
    if (commit == null) {
      return unreachable("there is no such revision, and no such folder");
    }
    if (repository.isBare()) {
      return unreachable("the git repository has no working tree");
    }
    Path top = repository.getWorkTree().toPath().toAbsolutePath().normalize();
    String path = top.relativize(folder).toString().replace('\\', '/');
    Optional<SourceState> state =
        new GitTreeReader(repository, SourceLimits.of(Limits.STANDARD), /* partial= */ false)
            .read(commit, Optional.of(path).filter(each -> !each.isEmpty()));
    return state
        .<SourceReading>map(SourceReading.Read::new)
        .orElseGet(() -> unreachable("its commit has no folder `" + path + "`"));
  }

  private SourceReading unreachable(String why) {
    return new SourceReading.Unreachable(
        "`" + PrintableText.of(revision) + "` cannot be read: " + why);
  }

  @Override
  public void close() {
    // nothing is held between two readings
  }
}
