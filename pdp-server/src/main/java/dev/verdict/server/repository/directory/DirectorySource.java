package dev.verdict.server.repository.directory;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.limit.Limits;
import dev.verdict.server.log.PrintableText;
import dev.verdict.server.repository.PolicySource;
import dev.verdict.server.repository.SourceCollector;
import dev.verdict.server.repository.SourceLimits;
import dev.verdict.server.repository.SourceReading;
import dev.verdict.server.repository.SourceState;
import dev.verdict.server.repository.directory.DirectoryScan.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Policies in a directory of this machine.
 *
 * <p>A look compares what the file system says of the files, the time of the last change included,
 * and opens them only where that differs. Three things would fool it, and all are watched. A file
 * that is written twice within one tick of the file system's clock looks the same after the second
 * time: files that are younger than {@link #RACY} are read again although they look the same. A
 * file system may not tell when a file was changed, or not tell the truth: without such a time the
 * files are read at every look, with one at least every {@link #REREAD}. And an editor or a copy
 * may be in the middle of its work: what was read counts only where the files look the same a
 * moment later.
 */
public final class DirectorySource implements PolicySource {

  /** Waits while somebody may still be writing. */
  interface Pause {

    void pause() throws InterruptedException;
  }

  /** Twice the coarsest tick that a file system in use today has. */
  static final Duration RACY = Duration.ofSeconds(4);

  /** After this time the files are read again, whatever the file system says of them. */
  static final Duration REREAD = Duration.ofMinutes(1);

  private static final long SETTLE_MILLISECONDS = 50;
  private static final int MAX_ATTEMPTS = 20;

  /** What the file system says of the directory. */
  interface Scan {
    DirectoryScan of(Path directory, SourceLimits limits) throws IOException;
  }

  private final Path directory;
  private final SourceLimits limits;
  private final InstantSource clock;
  private final Pause pause;
  private final Scan scan;
  private @Nullable Seen seen;

  /** What the last look left behind, and when it was taken. */
  private record Seen(DirectoryScan scan, String revision, Instant at) {

    /** Whether the same scan means the same content. */
    boolean isReliable(Instant now) {
      return !scan.mayChangeUnseen(at.minus(RACY))
          && Duration.between(at, now).abs().compareTo(REREAD) < 0;
    }
  }

  /** A source that has not looked yet, within the standard bounds. */
  public DirectorySource(Path directory, InstantSource clock) {
    this(directory, clock, Limits.STANDARD);
  }

  /**
   * A source that has not looked yet.
   *
   * @param clock in step with the file system's, to tell young files from old ones
   * @param limits how large the repository may be
   */
  public DirectorySource(Path directory, InstantSource clock, Limits limits) {
    this(
        directory,
        SourceLimits.of(limits),
        clock,
        () -> Thread.sleep(SETTLE_MILLISECONDS),
        DirectoryScanner::scan);
  }

  DirectorySource(
      Path directory, SourceLimits limits, InstantSource clock, Pause pause, Scan scan) {
    this.directory = directory.toAbsolutePath().normalize();
    this.limits = limits;
    this.clock = clock;
    this.pause = pause;
    this.scan = scan;
  }

  @Override
  public String description() {
    return "directory " + PrintableText.of(directory.toString());
  }

  @Override
  public SourceReading read(Optional<String> known) {
    try {
      for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
        Optional<SourceReading> reading = attempt(known);
        if (reading.isPresent()) {
          return reading.get();
        }
      }
      return new SourceReading.Unreachable(
          "the files in `" + name() + "` do not stop changing; the next look tries again");
    } catch (NotDirectoryException e) {
      return new SourceReading.Unreachable("`" + name() + "` is not a directory");
    } catch (IOException e) {
      return new SourceReading.Unreachable(
          Files.exists(directory)
              ? "the directory `" + name() + "` cannot be read"
              : "there is no directory `" + name() + "`");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SourceReading.Unreachable("reading `" + name() + "` was broken off");
    }
  }

  @Override
  public void close() {
    seen = null;
  }

  /** Empty where the files changed meanwhile. */
  private Optional<SourceReading> attempt(Optional<String> known)
      throws IOException, InterruptedException {
    Instant start = clock.instant();
    DirectoryScan found = scan();
    Seen last = seen;
    if (last != null
        && last.isReliable(start)
        && found.equals(last.scan)
        && isKnown(last.revision, known)) {
      return Optional.of(new SourceReading.Unchanged());
    }
    SourceState state = read(found);
    var now = new Seen(found, state.revision(), start);
    if (isKnown(state.revision(), known)) {
      seen = now;
      return Optional.of(new SourceReading.Unchanged());
    }
    pause.pause();
    if (!found.equals(scan())) {
      return Optional.empty();
    }
    seen = now;
    return Optional.of(new SourceReading.Read(state));
  }

  private DirectoryScan scan() throws IOException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new NotDirectoryException(directory.toString());
    }
    return scan.of(directory, limits);
  }

  private SourceState read(DirectoryScan found) {
    var collector = new SourceCollector(limits);
    found.overflow().ifPresent(collector::refuseAll);
    for (var fault : found.faults()) {
      collector.refuse(fault.path(), DiagnosticCode.FILE_UNREADABLE, fault.message());
    }
    for (Found file : found.files()) {
      collector.add(file.path(), file.size(), max -> contentOf(file, max));
    }
    return collector.state();
  }

  private static byte[] contentOf(Found file, int max) throws IOException {
    try (InputStream content = Files.newInputStream(file.file(), LinkOption.NOFOLLOW_LINKS)) {
      return content.readNBytes(max);
    }
  }

  private static boolean isKnown(String revision, Optional<String> known) {
    return known.isPresent() && known.get().equals(revision);
  }

  private String name() {
    return PrintableText.of(directory.toString());
  }
}
