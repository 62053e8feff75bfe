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
 *
 * <p>Where the kernel tells of changes, a look at files that it says nothing about is over at once.
 * That is a hint and may get lost, so there is a scan every {@link #RESCAN} all the same.
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

  /** The same for a file system of which the kernel tells every change. */
  static final Duration HINTED_REREAD = Duration.ofMinutes(10);

  /** After this time the directory is scanned again, also where there is no hint of a change. */
  static final Duration RESCAN = Duration.ofMinutes(1);

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
  private final ChangeHints hints;
  private @Nullable Seen seen;

  /**
   * When the last scan began that found what was {@link #seen}, where all that changed since then
   * would have been hinted at.
   */
  private @Nullable Instant calmSince;

  /** What the last look left behind, and when it was taken. */
  private record Seen(DirectoryScan scan, String revision, Instant at) {

    /** Whether the same scan means the same content. */
    boolean isReliable(Instant now, Duration reread) {
      return !scan.mayChangeUnseen(at.minus(RACY)) && isWithin(at, now, reread);
    }
  }

  /** A source that is read a few times, within the standard bounds. */
  public DirectorySource(Path directory, InstantSource clock) {
    this(directory, clock, Limits.STANDARD, ChangeHints.NONE);
  }

  /**
   * A source that is looked at again and again, so that the kernel is asked for hints of changes.
   *
   * @param clock in step with the file system's, to tell young files from old ones
   * @param limits how large the repository may be
   */
  public static DirectorySource followed(Path directory, InstantSource clock, Limits limits) {
    return new DirectorySource(directory, clock, limits, new FolderWatches());
  }

  private DirectorySource(Path directory, InstantSource clock, Limits limits, ChangeHints hints) {
    this(
        directory,
        SourceLimits.of(limits),
        clock,
        () -> Thread.sleep(SETTLE_MILLISECONDS),
        DirectoryScanner::scan,
        hints);
  }

  DirectorySource(
      Path directory,
      SourceLimits limits,
      InstantSource clock,
      Pause pause,
      Scan scan,
      ChangeHints hints) {
    this.directory = directory.toAbsolutePath().normalize();
    this.limits = limits;
    this.clock = clock;
    this.pause = pause;
    this.scan = scan;
    this.hints = hints;
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
    hints.close();
  }

  /** Empty where the files changed meanwhile. */
  private Optional<SourceReading> attempt(Optional<String> known)
      throws IOException, InterruptedException {
    Instant start = clock.instant();
    Seen last = seen;
    Instant before = isCalm() ? calmSince : null;
    boolean reliable =
        last != null
            && last.isReliable(start, before == null ? REREAD : HINTED_REREAD)
            && isKnown(last.revision, known);
    if (reliable && before != null && isWithin(before, start, RESCAN)) {
      return Optional.of(new SourceReading.Unchanged());
    }
    calmSince = null;
    DirectoryScan found = scan();
    Instant calm = hints.covers(found.folders()) ? start : null;
    if (reliable && last != null && found.equals(last.scan)) {
      calmSince = calm;
      return Optional.of(new SourceReading.Unchanged());
    }
    SourceState state = read(found);
    var now = new Seen(found, state.revision(), start);
    if (!isKnown(state.revision(), known)) {
      pause.pause();
      if (!found.equals(scan())) {
        return Optional.empty();
      }
    }
    seen = now;
    calmSince = calm;
    return Optional.of(
        isKnown(state.revision(), known)
            ? new SourceReading.Unchanged()
            : new SourceReading.Read(state));
  }

  /** A directory that is reached by a link changes also where the link does. */
  private boolean isCalm() throws IOException {
    return hints.isCalm() && seen != null && seen.scan.folders().contains(directory.toRealPath());
  }

  private static boolean isWithin(Instant from, Instant to, Duration time) {
    return Duration.between(from, to).abs().compareTo(time) < 0;
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
