package dev.verdict.server.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code verdict serve} as a process of its own, with its own log configuration. */
public final class ServerProcess implements AutoCloseable {

  /** Signals are what they are by default, also where this build runs under {@code nohup}. */
  private static final List<String> WITH_ALL_SIGNALS = List.of("env", "--default-signal=HUP");

  private final InetSocketAddress grpc = freePort();
  private final InetSocketAddress http = freePort();
  private final InetSocketAddress admin = freePort();
  private final Transcript out = new Transcript();
  private final Transcript log = new Transcript();
  private final Thread reading;
  private final Process process;

  private ServerProcess(List<String> prefix, String... arguments) throws IOException {
    var command = new ArrayList<String>(prefix);
    command.addAll(WITH_ALL_SIGNALS);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(VerdictCommand.class.getName(), "serve"));
    command.addAll(List.of("--grpc-address", text(grpc), "--http-address", text(http)));
    command.addAll(List.of("--admin-address", text(admin)));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).start();
    read(new InputStreamReader(process.getInputStream(), UTF_8), out);
    reading = read(new InputStreamReader(process.getErrorStream(), UTF_8), log);
  }

  /** Starts it, and returns at once. */
  public static ServerProcess begin(String... arguments) throws IOException {
    return new ServerProcess(List.of(), arguments);
  }

  /** Starts it, and returns once it serves. */
  public static ServerProcess start(String... arguments) throws Exception {
    return serving(new ServerProcess(List.of(), arguments));
  }

  /** The same, with so many files that it may open. */
  public static ServerProcess startWithFiles(int files, String... arguments) throws Exception {
    String limited = "ulimit -n " + files + " && exec \"$@\"";
    return serving(new ServerProcess(List.of("sh", "-c", limited, "sh"), arguments));
  }

  private static ServerProcess serving(ServerProcess server) throws Exception {
    server.out.await("serving; Ctrl-C stops");
    return server;
  }

  public InetSocketAddress grpc() {
    return grpc;
  }

  public InetSocketAddress http() {
    return http;
  }

  public InetSocketAddress admin() {
    return admin;
  }

  public Transcript out() {
    return out;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Sends a signal, such as {@code HUP}. */
  public void signal(String name) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new AssertionError("no signal could be sent");
    }
  }

  /** The exit status, once it has ended. */
  public int awaitEnd() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the server did not end");
    }
    return process.exitValue();
  }

  /** The log so far, while it runs. */
  public Transcript running() {
    return log;
  }

  /** All that it logged; to be asked for once it has ended. */
  public String log() throws InterruptedException {
    reading.join();
    return log.toString();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Thread read(Reader from, Transcript to) {
    var thread =
        new Thread(
            () -> {
              try (from) {
                from.transferTo(to);
              } catch (IOException closed) {
                // it has ended
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static InetSocketAddress freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  private static String text(InetSocketAddress address) {
    return "127.0.0.1:" + address.getPort();
  }
}
