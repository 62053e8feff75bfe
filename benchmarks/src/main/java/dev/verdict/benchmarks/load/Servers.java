package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.credential.Credentials;
import dev.verdict.benchmarks.evaluator.Workload;
import dev.verdict.benchmarks.load.baseline.EchoServer;
import dev.verdict.benchmarks.load.baseline.EmptyHttpServer;
import dev.verdict.benchmarks.load.question.Questions;
import dev.verdict.benchmarks.load.wire.Message;
import dev.verdict.benchmarks.load.wire.Protocol;
import dev.verdict.benchmarks.process.Addresses;
import dev.verdict.benchmarks.process.Cores;
import dev.verdict.benchmarks.process.JavaProcess;
import dev.verdict.benchmarks.process.TemporaryFolder;
import dev.verdict.benchmarks.process.VerdictProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Starts both sides of a row, each in a process of its own with the same flags. */
final class Servers {

  private static final int DESCRIPTORS = 4_096;
  private static final int TOKENS = 8;

  /** More need a larger heap than most servers have. */
  private static final int MANY_RULES = 10_000;

  private final String classPath;
  private final List<String> flags;
  private final Credentials credentials = Credentials.generate();

  /**
   * @param classPath of the measured server
   * @param flags of both JVMs, beside the size of their heap
   */
  Servers(String classPath, List<String> flags) {
    this.classPath = classPath;
    this.flags = List.copyOf(flags);
  }

  /** Of the measured server. */
  String classPath() {
    return classPath;
  }

  /** Makes one side out of parts, which are closed where that fails. */
  private interface Start {
    Side with(Parts parts) throws IOException, InterruptedException;
  }

  private static Side start(Start start) throws IOException, InterruptedException {
    var parts = new Parts();
    boolean started = false;
    try {
      Side side = start.with(parts);
      started = true;
      return side;
    } finally {
      if (!started) {
        parts.close();
      }
    }
  }

  /**
   * The measured server, which has given the right answers to all questions of the row.
   *
   * @param folder for the files that it reads
   */
  Side subject(Row row, Questions questions, Workload workload, TemporaryFolder folder)
      throws IOException, InterruptedException {
    return start(
        parts -> {
          List<String> callers = callers(row);
          ServerFiles.write(folder, workload, row.setting().cache(), callers, credentials);
          JavaProcess process =
              parts.add(
                  VerdictProcess.start(
                      flags(row),
                      classPath,
                      DESCRIPTORS,
                      ServerFiles.configuration(folder),
                      folder.resolve("server.log")));
          Addresses addresses = Addresses.of(process.console());
          boolean grpc = row.door().protocol() == Protocol.GRPC;
          var side =
              new Side(
                  parts,
                  process.figures(),
                  new Call(
                      row.door().protocol(),
                      grpc ? addresses.grpc() : addresses.http(),
                      row.door().path(),
                      row.connections()),
                  messages(row, questions));
          questions.check(side.answers());
          return side;
        });
  }

  /**
   * The baseline of the row: takes the same messages and gives answers of the same size.
   *
   * @param answers of the measured server
   */
  Side baseline(Row row, Questions questions, List<byte[]> answers)
      throws IOException, InterruptedException {
    int size = (int) answers.stream().mapToInt(answer -> answer.length).average().orElseThrow();
    return start(
        parts ->
            switch (row.door().protocol()) {
              case GRPC ->
                  baseline(
                      parts,
                      row,
                      questions,
                      EchoServer.class,
                      size,
                      EchoServer.READY,
                      EchoServer.PATH);
              case HTTP ->
                  baseline(
                      parts,
                      row,
                      questions,
                      EmptyHttpServer.class,
                      size,
                      EmptyHttpServer.READY,
                      row.door().path());
            });
  }

  private Side baseline(
      Parts parts,
      Row row,
      Questions questions,
      Class<?> program,
      int size,
      String ready,
      String path)
      throws IOException, InterruptedException {
    TemporaryFolder folder = parts.add(TemporaryFolder.create());
    var command = new ArrayList<>(List.of(JavaProcess.java()));
    command.addAll(flags(row));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            program.getName(),
            Integer.toString(size)));
    JavaProcess process =
        parts.add(
            JavaProcess.start(
                Cores.ofServer(),
                command,
                DESCRIPTORS,
                folder.resolve("baseline.log"),
                console -> portAfter(ready, console) > 0));
    var address =
        new InetSocketAddress(
            InetAddress.getLoopbackAddress(), portAfter(ready, process.console()));
    return new Side(
        parts,
        process.figures(),
        new Call(row.door().protocol(), address, path, row.connections()),
        messages(row, questions));
  }

  private List<String> flags(Row row) {
    var all = new ArrayList<String>();
    all.add(row.setting().rules() > MANY_RULES ? "-Xmx4g" : "-Xmx512m");
    all.addAll(flags);
    return all;
  }

  private List<Message> messages(Row row, Questions questions) {
    return questions.messages(callers(row).stream().map(credentials::ofClient).toList());
  }

  private static List<String> callers(Row row) {
    return row.setting().tokens()
        ? IntStream.range(0, TOKENS).mapToObj(i -> "caller-" + i).toList()
        : List.of();
  }

  /** The port on the first whole line that begins so; 0: there is none yet. */
  private static int portAfter(String ready, String console) {
    return console
        .lines()
        .filter(line -> line.startsWith(ready) && console.contains(line + "\n"))
        .mapToInt(line -> Integer.parseInt(line.substring(ready.length())))
        .findFirst()
        .orElse(0);
  }
}
