package dev.verdict.benchmarks.soak.server;

import dev.verdict.benchmarks.credential.Credentials;
import dev.verdict.benchmarks.process.Addresses;
import dev.verdict.benchmarks.process.JavaProcess;
import dev.verdict.benchmarks.process.ProcessFigures;
import dev.verdict.benchmarks.process.VerdictProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** A server in a process of its own, with a folder of its own for all that it reads and writes. */
public final class ServerProcess implements AutoCloseable {

  private final JavaProcess process;
  private final ServerFolder folder;
  private final Addresses addresses;

  private ServerProcess(JavaProcess process, ServerFolder folder, Addresses addresses) {
    this.process = process;
    this.folder = folder;
    this.addresses = addresses;
  }

  /**
   * Starts one, and returns once it serves.
   *
   * @throws IOException where it does not; the message has the end of its log
   */
  public static ServerProcess start(ServerOptions options, Credentials credentials)
      throws IOException, InterruptedException {
    ServerFolder folder = ServerFolder.create(credentials);
    boolean started = false;
    try {
      JavaProcess process =
          VerdictProcess.start(
              flags(options, folder),
              options.classPath(),
              options.descriptors(),
              folder.configuration(),
              folder.log());
      var server = new ServerProcess(process, folder, Addresses.of(process.console()));
      started = true;
      return server;
    } finally {
      if (!started) {
        folder.close();
      }
    }
  }

  private static List<String> flags(ServerOptions options, ServerFolder folder) {
    return List.of(
        "-Xms" + options.heapMegabytes() + "m",
        "-Xmx" + options.heapMegabytes() + "m",
        // so that what grows later is no part of the heap
        "-XX:+AlwaysPreTouch",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-Djava.io.tmpdir=" + folder.temporaryFiles());
  }

  /** Where it listens. */
  public Addresses addresses() {
    return addresses;
  }

  /** Whether the process is still there. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the end of a process that seems to be about to end; whether it did. */
  public boolean endsWithin(Duration time) throws InterruptedException {
    return process.endsWithin(time);
  }

  /** The memory, files, heap and processor time of the process. */
  public ProcessFigures figures() {
    return process.figures();
  }

  /** How many bytes lie in its folder for temporary files. */
  public long temporaryBytes() throws IOException {
    return folder.temporaryBytes();
  }

  /** The end of what it printed and logged. */
  public String endOfLog() throws IOException {
    return process.endOfConsole();
  }

  /** How many bytes it has printed and logged. */
  public long logBytes() throws IOException {
    return Files.size(folder.log());
  }

  /** Ends the process, and leaves nothing of it. */
  @Override
  public void close() throws IOException {
    process.close();
    folder.close();
  }
}
