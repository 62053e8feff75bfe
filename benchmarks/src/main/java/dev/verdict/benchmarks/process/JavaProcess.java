package dev.verdict.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A Java program in a process of its own, whose console goes to a file. */
public final class JavaProcess implements AutoCloseable {

  private static final Duration MAX_START = Duration.ofMinutes(5);
  private static final Duration MAX_STOP = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(5);
  private static final int TOLD_OF_CONSOLE = 2_000;

  private final Process process;
  private final Path console;
  private final ProcessFigures figures;
  private final Thread interruption = new Thread(this::end, "end-of-process");

  private JavaProcess(Process process, Path console) {
    this.process = process;
    this.console = console;
    this.figures = new ProcessFigures(process.pid());
  }

  /** What starts a JVM like this one. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Starts a program, and returns once its console says that it is ready. It ends with this
   * process, whatever happens.
   *
   * @param cores what goes before the command, see {@link Cores}
   * @param command that is a JVM, or becomes one by {@code exec}
   * @param descriptors how many files and connections it may have open
   * @throws IOException where it does not get ready; the message has the end of its console
   */
  public static JavaProcess start(
      List<String> cores,
      List<String> command,
      int descriptors,
      Path console,
      Predicate<String> ready)
      throws IOException, InterruptedException {
    var all = new ArrayList<>(cores);
    all.addAll(List.of("/bin/sh", "-c", "ulimit -n " + descriptors + " && exec \"$@\"", "sh"));
    all.addAll(command);
    Process process =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(console.toFile()).start();
    var started = new JavaProcess(process, console);
    Runtime.getRuntime().addShutdownHook(started.interruption);
    boolean serves = false;
    try {
      started.await(ready);
      serves = true;
      return started;
    } finally {
      if (!serves) {
        started.close();
      }
    }
  }

  private void await(Predicate<String> ready) throws IOException, InterruptedException {
    long end = System.nanoTime() + MAX_START.toNanos();
    while (!ready.test(console())) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException("the process does not get ready: " + endOfConsole());
      }
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
  }

  /** All that it printed so far; a byte that is no ASCII is some other character. */
  public String console() throws IOException {
    return new String(Files.readAllBytes(console), StandardCharsets.ISO_8859_1);
  }

  /** The end of what it printed. */
  public String endOfConsole() throws IOException {
    String all = console();
    return all.substring(Math.max(0, all.length() - TOLD_OF_CONSOLE));
  }

  /** What it costs. */
  public ProcessFigures figures() {
    return figures;
  }

  /** Whether it is still there. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the end of a process that seems to be about to end; whether it did. */
  public boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends it, by force where it does not end by itself. */
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(interruption);
    end();
  }

  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(MAX_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
