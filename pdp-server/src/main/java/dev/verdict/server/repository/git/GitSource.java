package dev.verdict.server.repository.git;

import dev.verdict.policy.limit.Limits;
import dev.verdict.server.log.PrintableText;
import dev.verdict.server.repository.PolicySource;
import dev.verdict.server.repository.SourceLimits;
import dev.verdict.server.repository.SourceReading;
import dev.verdict.server.repository.SourceState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/**
 * Policies at the newest commit of one ref of a git repository. The revision is the id of the
 * commit.
 */
public final class GitSource implements PolicySource {

  /** After so many fetches the mirror starts anew, so that it does not grow for ever. */
  private static final int MAX_FETCHES = 200;

  private final GitLocation location;
  private final Path workingFolder;
  private final Duration timeout;
  private final SourceLimits limits;
  private final int maxFetches;
  private final FetchLimits fetchLimits;
  private @Nullable GitMirror mirror;
  private @Nullable Seen seen;
  private @Nullable Refused refused;

  /** What the last look left behind: a ref may point to a tag, which is not the commit itself. */
  private record Seen(ObjectId pointed, String revision) {}

  /** Too large to be fetched, so that it is not tried again at every look. */
  private record Refused(ObjectId pointed, String why) {}

  /**
   * A source that has not looked yet.
   *
   * @param workingFolder where a private folder is made for what is fetched
   * @param maxFetchBytes of one fetch
   * @param timeout of one fetch as a whole, and of each silence of the other side
   * @param limits how large the repository may be
   */
  public GitSource(
      GitLocation location,
      Path workingFolder,
      long maxFetchBytes,
      Duration timeout,
      Limits limits) {
    this(location, workingFolder, maxFetchBytes, timeout, SourceLimits.of(limits), MAX_FETCHES);
  }

  GitSource(
      GitLocation location,
      Path workingFolder,
      long maxFetchBytes,
      Duration timeout,
      SourceLimits limits,
      int maxFetches) {
    this.location = location;
    this.workingFolder = workingFolder;
    this.timeout = timeout;
    this.limits = limits;
    this.maxFetches = maxFetches;
    fetchLimits = new FetchLimits(maxFetchBytes, limits.maxFileBytes());
    IsolatedGitSettings.install();
  }

  @Override
  public String description() {
    return "git " + location;
  }

  @Override
  public SourceReading read(Optional<String> known) {
    GitMirror current;
    try {
      current = mirror();
    } catch (IOException e) {
      return unreachable(
          "no folder for what is fetched can be made in `"
              + workingFolder
              + "`; make it writable, or name another one as `repository.working-folder`");
    }
    try {
      return look(current, known);
    } catch (FetchTooLargeException e) {
      return unreachable(String.valueOf(e.getMessage()));
    } catch (TransportException | NotSupportedException e) {
      return unreachable("it cannot be fetched: " + reasonOf(e));
    } catch (IncorrectObjectTypeException e) {
      return unreachable("`" + location.ref() + "` does not lead to a commit");
    } catch (IOException | LargeObjectException e) {
      // the other side is fine, so it is what lies on this machine: start anew at the next look
      close();
      return unreachable("what was fetched cannot be read; the next look fetches it anew");
    }
  }

  @Override
  public void close() {
    GitMirror last = mirror;
    mirror = null;
    seen = null;
    if (last != null) {
      last.close();
    }
  }

  private SourceReading look(GitMirror current, Optional<String> known) throws IOException {
    Optional<Ref> ref = current.advertised();
    if (ref.isEmpty()) {
      return unreachable("it has no branch or tag `" + location.ref() + "`");
    }
    Refused tooLarge = refused;
    if (tooLarge != null && tooLarge.pointed.equals(ref.get().getObjectId())) {
      return unreachable(tooLarge.why);
    }
    Seen last = seen;
    if (last == null || !last.pointed.equals(ref.get().getObjectId())) {
      return readAnew(current, ref.get(), known);
    }
    return known.isPresent() && known.get().equals(last.revision)
        ? new SourceReading.Unchanged()
        : readCommit(current, last.pointed);
  }

  private SourceReading readAnew(GitMirror current, Ref ref, Optional<String> known)
      throws IOException {
    ObjectId pointed = fetch(current, ref);
    RevCommit commit = current.repository().parseCommit(pointed);
    seen = new Seen(pointed, commit.name());
    return known.isPresent() && known.get().equals(commit.name())
        ? new SourceReading.Unchanged()
        : readCommit(current, pointed);
  }

  private ObjectId fetch(GitMirror current, Ref ref) throws IOException {
    try {
      return current.fetch(ref);
    } catch (TransportException e) {
      Optional<FetchTooLargeException> tooLarge = FetchTooLargeException.behind(e, fetchLimits);
      if (tooLarge.isEmpty()) {
        throw e;
      }
      refused = new Refused(ref.getObjectId(), String.valueOf(tooLarge.get().getMessage()));
      close();
      throw tooLarge.get();
    }
  }

  private SourceReading readCommit(GitMirror current, ObjectId pointed) throws IOException {
    Optional<SourceState> state =
        new GitTreeReader(current.repository(), limits, current.isPartial())
            .read(pointed, location.folder());
    return state.isPresent()
        ? new SourceReading.Read(state.get())
        : unreachable("its commit has no folder `" + location.folder().orElse("/") + "`");
  }

  private GitMirror mirror() throws IOException {
    if (mirror != null && mirror.isWornOut(maxFetches)) {
      close();
    }
    GitMirror current = mirror;
    if (current == null) {
      current = GitMirror.in(workingFolder, location, timeout, fetchLimits);
      mirror = current;
    }
    return current;
  }

  private SourceReading unreachable(String why) {
    return new SourceReading.Unreachable(
        "the git repository `" + location.url() + "` is not followed: " + why);
  }

  /** The library's message is in part the other side's own words. */
  private static String reasonOf(IOException e) {
    String message = e.getMessage();
    return message == null ? "no reason is given" : PrintableText.of(message);
  }
}
