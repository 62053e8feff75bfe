package dev.verdict.server.command.serve;

import dev.verdict.server.command.CommandRun;
import dev.verdict.server.command.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** {@code verdict serve} on a thread of its own, with any free ports. */
final class RunningServer implements AutoCloseable {

  private static final Pattern CURL =
      Pattern.compile("curl -s (\\S+) -H 'content-type: (\\S+)' -d '(.*)'");

  private final Transcript out = new Transcript();
  private final Transcript err = new Transcript();
  private final Wishes wishes = new Wishes();
  private final FutureTask<Integer> command;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningServer(String... arguments) {
    var all = new ArrayList<>(List.of("serve"));
    all.addAll(List.of(arguments));
    for (String door : List.of("grpc", "http", "admin")) {
      all.add("--" + door + "-address=127.0.0.1:0");
    }
    CommandLine line = CommandRun.line(() -> wishes, out, err);
    command = new FutureTask<>(() -> line.execute(all.toArray(String[]::new)));
  }

  static RunningServer start(String... arguments) throws InterruptedException {
    var server = new RunningServer(arguments);
    new Thread(server.command, "verdict serve").start();
    server.out.await("serving; Ctrl-C stops");
    return server;
  }

  Transcript out() {
    return out;
  }

  /** The command lines that it printed for a newcomer. */
  List<String> curls() {
    return out.toString().lines().map(String::strip).filter(l -> l.startsWith("curl ")).toList();
  }

  /** Does what a shell would do with a pasted line. */
  String paste(String curl) {
    Matcher parts = CURL.matcher(curl);
    if (!parts.matches()) {
      throw new AssertionError("not a curl line: " + curl);
    }
    return send(
        HttpRequest.newBuilder(URI.create(parts.group(1)))
            .header("content-type", parts.group(2))
            .POST(HttpRequest.BodyPublishers.ofString(parts.group(3).replace("'\\''", "'"))));
  }

  /** A page of the admin port. */
  String admin(String path) throws InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(out.await("admin +(\\S+)") + path)));
  }

  /** Ends it as Ctrl-C does, and returns the status of the process. */
  int stop() throws InterruptedException, ExecutionException {
    wishes.stop.countDown();
    return command.get();
  }

  /** Asks it to look again, as SIGHUP does. */
  void hangUp() {
    wishes.look.run();
  }

  /** What this test wishes, in place of signals. */
  private static final class Wishes implements OperatorSignals {

    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Runnable look = () -> {};

    @Override
    public void awaitStop() throws InterruptedException {
      stop.await();
    }

    @Override
    public void onHangup(Runnable wished) {
      look = wished;
    }
  }

  @Override
  public void close() throws InterruptedException, ExecutionException {
    stop();
  }

  private String send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
