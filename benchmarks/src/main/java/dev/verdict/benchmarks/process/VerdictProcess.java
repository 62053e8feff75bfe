package dev.verdict.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts {@code verdict serve} on the server's core. */
public final class VerdictProcess {

  /** The main class of the server and of all other commands. */
  public static final String MAIN = "dev.verdict.server.command.VerdictCommand";

  private VerdictProcess() {}

  /**
   * A server that serves; {@link Addresses#of} reads from its console where.
   *
   * @param flags of the JVM
   * @param classPath of the server, such as its jar
   * @param descriptors how many files and connections it may have open
   * @param configuration the file that it is configured by
   */
  public static JavaProcess start(
      List<String> flags, String classPath, int descriptors, Path configuration, Path console)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(JavaProcess.java()));
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, MAIN, "serve", "--config", configuration.toString()));
    return JavaProcess.start(Cores.ofServer(), command, descriptors, console, Addresses::areIn);
  }
}
