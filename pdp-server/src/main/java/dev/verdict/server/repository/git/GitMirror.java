package dev.verdict.server.repository.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bare copy of the newest commits of one ref, in a private folder of this machine. Nothing is
 * ever checked out of it. It is made to be thrown away: what it holds can be fetched again.
 */
final class GitMirror implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GitMirror.class);
  private static final String FOLLOWED = "refs/verdict/followed";

  private final GitLocation location;
  private final Duration timeout;
  private final Path folder;
  private final Repository repository;
  private int fetches;

  private GitMirror(GitLocation location, Duration timeout, Path folder, Repository repository) {
    this.location = location;
    this.timeout = timeout;
    this.folder = folder;
    this.repository = repository;
  }

  /**
   * An empty mirror.
   *
   * @param parent where its private folder is made
   * @param timeout of one fetch as a whole
   */
  static GitMirror in(Path parent, GitLocation location, Duration timeout) throws IOException {
    Path folder = Files.createTempDirectory(parent, "verdict-git-");
    var repository = new FileRepository(folder.toFile());
    repository.create(true);
    return new GitMirror(location, timeout, folder, repository);
  }

  Repository repository() {
    return repository;
  }

  /** How often something new was fetched: what is no longer needed stays until the mirror goes. */
  int fetches() {
    return fetches;
  }

  /** The ref of the location on the other side, as it is now; empty where there is none. */
  Optional<Ref> advertised() throws IOException {
    List<RefSpec> wanted = location.fullRefs().stream().map(GitMirror::specOf).toList();
    try (Transport transport = open();
        FetchConnection connection = transport.openFetch(wanted)) {
      return location.fullRefs().stream()
          .map(connection::getRef)
          .filter(ref -> ref != null && ref.getObjectId() != null)
          .findFirst();
    }
  }

  /** Fetches the newest state of a ref; what it points to, which may be newer than advertised. */
  ObjectId fetch(Ref ref) throws IOException {
    try (Transport transport = open()) {
      transport.setTagOpt(TagOpt.NO_TAGS);
      transport.setDepth(1);
      transport.fetch(new Deadline(timeout), List.of(specOf(ref.getName())));
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
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      LOG.warn("event=git_mirror_left_behind folder=\"{}\"", folder);
    }
  }

  /** Forced: a ref that was rewritten is followed like any other. */
  private static RefSpec specOf(String ref) {
    return new RefSpec("+" + ref + ":" + FOLLOWED);
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
