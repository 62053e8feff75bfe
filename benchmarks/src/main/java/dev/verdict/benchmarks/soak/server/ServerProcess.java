package dev.verdict.benchmarks.soak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own. What it costs is read from Linux and its JVM. */
public final class ServerProcess implements AutoCloseable {

  private static final String MAIN = "dev.verdict.server.command.VerdictCommand";
  private static final Duration MAX_START = Duration.ofSeconds(90);
  private static final Duration MAX_STOP = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int TOLD_OF_LOG = 2_000;

  private final Process process;
  private final ServerFolder folder;
  private final Addresses addresses;
  private final ProcessFigures figures;
  private final Thread interruption = new Thread(this::end, "end-of-server");

  private ServerProcess(Process process, ServerFolder folder, Addresses addresses) {
    this.process = process;
    this.folder = folder;
    this.addresses = addresses;
    this.figures = new ProcessFigures(process.pid());
  }

  /**
   * Starts one, and returns once it serves.
   *
   * @throws IOException where it does not; the message has the end of its log
   */
  public static ServerProcess start(ServerOptions options, Credentials credentials)
      throws IOException, InterruptedException {
    ServerFolder folder = ServerFolder.create(credentials);
    Process process =
        new ProcessBuilder(command(options, folder))
            .redirectErrorStream(true)
            .redirectOutput(folder.log().toFile())
            .start();
    try {
      var server = new ServerProcess(process, folder, addresses(process, folder));
      Runtime.getRuntime().addShutdownHook(server.interruption);
      return server;
    } catch (IOException | InterruptedException notServing) {
      process.destroyForcibly().waitFor();
      folder.close();
      throw notServing;
    }
  }

  private static List<String> command(ServerOptions options, ServerFolder folder) {
    var command = new ArrayList<>(Cores.ofServer());
    command.addAll(
        List.of("/bin/sh", "-c", "ulimit -n " + options.descriptors() + " && exec \"$@\"", "sh"));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms" + options.heapMegabytes() + "m",
            "-Xmx" + options.heapMegabytes() + "m",
            // so that what grows later is no part of the heap
            "-XX:+AlwaysPreTouch",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.io.tmpdir=" + folder.temporaryFiles(),
            "-cp",
            options.classPath(),
            MAIN,
            "serve",
            "--config",
            folder.configuration().toString()));
    return command;
  }

  private static Addresses addresses(Process process, ServerFolder folder)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + MAX_START.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      String console = Files.readString(folder.log());
      if (Addresses.areIn(console)) {
        return Addresses.of(console);
      }
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
    throw new IOException("the server does not start: " + Files.readString(folder.log()));
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
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The memory, files and heap of the process. */
  public ProcessFigures figures() {
    return figures;
  }

  /** Processor time that it has used so far; zero once it has ended. */
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** How many bytes lie in its folder for temporary files. */
  public long temporaryBytes() throws IOException {
    return folder.temporaryBytes();
  }

  /** The end of what it printed and logged. */
  public String endOfLog() throws IOException {
    // bytes of strangers may stand in it
    String log = new String(Files.readAllBytes(folder.log()), StandardCharsets.ISO_8859_1);
    return log.substring(Math.max(0, log.length() - TOLD_OF_LOG));
  }

  /** How many bytes it has printed and logged. */
  public long logBytes() throws IOException {
    return Files.size(folder.log());
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(interruption);
    end();
  }

  /** Ends the process, and leaves nothing of it. */
  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(MAX_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      folder.close();
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
