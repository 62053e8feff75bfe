package dev.verdict.server.repository.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/**
 * A bare copy of the newest commits of one ref, in a private folder of this machine. Nothing is
 * ever checked out of it. It is made to be thrown away: what it holds can be fetched again.
 *
 * <p>The server is asked to leave out files that are too large to be policies. Where it does not,
 * everything is fetched, within bounds that keep a large object from filling the memory.
 */
final class GitMirror implements AutoCloseable {

  private static final String FOLLOWED = "refs/verdict/followed";

  private final GitLocation location;
  private final Duration timeout;
  private final FetchLimits limits;
  private final WorkingFolder folder;
  private final BoundedRepository repository;
  private boolean partial = true;
  private int fetches;

  private GitMirror(
      GitLocation location,
      Duration timeout,
      FetchLimits limits,
      WorkingFolder folder,
      BoundedRepository repository) {
    this.location = location;
    this.timeout = timeout;
    this.limits = limits;
    this.folder = folder;
    this.repository = repository;
  }

  /**
   * An empty mirror.
   *
   * @param parent where its private folder is made
   * @param timeout of one fetch as a whole
   */
  static GitMirror in(Path parent, GitLocation location, Duration timeout, FetchLimits limits)
      throws IOException {
    WorkingFolder folder = WorkingFolder.in(parent);
    var repository = new BoundedRepository(folder.path().resolve("mirror.git"), limits);
    repository.create(true);
    return new GitMirror(location, timeout, limits, folder, repository);
  }

  Repository repository() {
    return repository;
  }

  /** Whether large files were left out, so that they are missing here. */
  boolean isPartial() {
    return partial;
  }

  /**
   * Whether it has grown so much that it is better to start anew: what is no longer needed stays
   * until the mirror goes.
   */
  boolean isWornOut(int maxFetches) {
    return fetches >= maxFetches || repository.received() > limits.maxBytes();
  }

  /** The ref of the location on the other side, as it is now; empty where there is none. */
  Optional<Ref> advertised() throws IOException {
    List<RefSpec> wanted = location.fullRefs().stream().map(GitMirror::specOf).toList();
    try (Transport transport = open();
        FetchConnection connection = transport.openFetch(wanted)) {
      if (!(connection instanceof BasePackFetchConnection)) {
        throw new NotSupportedException(
            "its server speaks git's old protocol only, in which nothing can be left out");
      }
      return location.fullRefs().stream()
          .map(connection::getRef)
          .filter(ref -> ref != null && ref.getObjectId() != null)
          .findFirst();
    }
  }

  /** Fetches the newest state of a ref; what it points to, which may be newer than advertised. */
  ObjectId fetch(Ref ref) throws IOException {
    try {
      receive(ref);
    } catch (TransportException e) {
      if (!partial || !isFilterRefused(e)) {
        throw e;
      }
      partial = false;
      receive(ref);
    }
    fetches++;
    Ref followed = repository.exactRef(FOLLOWED);
    if (followed == null || followed.getObjectId() == null) {
      throw new TransportException("the ref went away while it was fetched");
    }
    return followed.getObjectId();
  }

  @Override
  public void close() {
    repository.close();
    folder.close();
  }

  private void receive(Ref ref) throws IOException {
    repository.startFetch();
    try (Transport transport = open()) {
      transport.setTagOpt(TagOpt.NO_TAGS);
      transport.setDepth(1);
      // what is left out must not be what something else is stored as a difference to
      transport.setFetchThin(false);
      if (partial) {
        transport.setFilterSpec(
            FilterSpec.fromFilterLine("blob:limit=" + (limits.maxBlobBytes() + 1L)));
      }
      transport.fetch(new Deadline(timeout), List.of(specOf(ref.getName())));
    }
  }

  /** Forced: a ref that was rewritten is followed like any other. */
  private static RefSpec specOf(String ref) {
    return new RefSpec("+" + ref + ":" + FOLLOWED);
  }

  private static boolean isFilterRefused(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null && message.endsWith(JGitText.get().filterRequiresCapability)) {
        return true;
      }
    }
    return false;
  }

  private Transport open() throws IOException {
    try {
      Transport transport = Transport.open(repository, new URIish(location.url()));
      transport.setTimeout((int) Math.max(1, timeout.toSeconds()));
      return transport;
    } catch (URISyntaxException e) {
      throw new TransportException("the address is not well formed", e);
    }
  }

  /** Breaks a transfer off that goes on and on: the library's timeout is one of silence. */
  private static final class Deadline extends EmptyProgressMonitor {

    private final long end;

    Deadline(Duration timeout) {
      end = System.nanoTime() + timeout.toNanos();
    }

    @Override
    public boolean isCancelled() {
      return System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted();
    }
  }
}
