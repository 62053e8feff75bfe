package dev.verdict.benchmarks.soak.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One processor core for the server and another for those who ask it, where the system can. */
public final class Cores {

  private static final Path TASKSET = Path.of("/usr/bin/taskset");
  private static final String SERVER = "0";
  private static final String ASKERS = "1";

  /** Looked at once: a process that has moved to one core sees no other any more. */
  private static final boolean SEPARATE =
      Files.isExecutable(TASKSET) && Runtime.getRuntime().availableProcessors() > 1;

  private Cores() {}

  /** Whether there are two cores, and {@code taskset} to choose between them. */
  public static boolean areSeparate() {
    return SEPARATE;
  }

  /** What to put before a command so that it runs on the server's core. */
  static List<String> ofServer() {
    return areSeparate() ? List.of(TASKSET.toString(), "-c", SERVER) : List.of();
  }

  /** Moves this process, with the threads that it has and will have, to the other core. */
  public static void takeThatOfAskers() throws IOException, InterruptedException {
    String self = Long.toString(ProcessHandle.current().pid());
    Process moved =
        new ProcessBuilder(TASKSET.toString(), "-acp", ASKERS, self)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (moved.waitFor() != 0) {
      throw new IOException("taskset cannot move this process to core " + ASKERS);
    }
  }
}
