package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.process.TemporaryFolder;
import dev.verdict.policy.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** Changes one file of a server's policies to and fro: its rules permit something, or nothing. */
final class PolicyEdits {

  private static final String PERMITS = "context.channel == 'office'";
  private static final String PERMITS_NOTHING = "context.channel == 'nowhere'";
  private static final long LOOK_NANOSECONDS = 10_000_000;

  private final Path file;
  private final Path draft;
  private final String text;
  private boolean edited;
  private int repeated;
  private volatile boolean stopped;

  PolicyEdits(TemporaryFolder folder, SourceFile file) {
    this.file = ServerFiles.policy(folder, file);
    this.draft = folder.resolve("draft.yaml");
    this.text = file.text();
  }

  /** Changes the file, as a whole at once. */
  void next() throws IOException {
    edited = !edited;
    Files.writeString(draft, edited ? text.replace(PERMITS, PERMITS_NOTHING) : text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Takes back {@link #stop}. */
  void resume() {
    stopped = false;
  }

  /**
   * Changes the file at least once, and then each time that the last change is active, until {@link
   * #stop}.
   */
  void repeat(IntSupplier changes) {
    try {
      do {
        int seen = changes.getAsInt();
        next();
        repeated++;
        while (!stopped && changes.getAsInt() == seen) {
          LockSupport.parkNanos(LOOK_NANOSECONDS);
        }
      } while (!stopped);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** How many changes {@link #repeat} has made, once it has ended. */
  int repeated() {
    return repeated;
  }

  /** Ends {@link #repeat}, also where the last change is not yet active. */
  void stop() {
    stopped = true;
  }
}
