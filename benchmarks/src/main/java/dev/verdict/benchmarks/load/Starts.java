package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.load.traffic.Rehearsal;
import dev.verdict.benchmarks.load.traffic.WrongAnswerException;
import dev.verdict.benchmarks.load.wire.Lines;
import dev.verdict.benchmarks.load.wire.Message;
import dev.verdict.benchmarks.load.wire.Protocol;
import dev.verdict.benchmarks.measure.Sample;
import dev.verdict.benchmarks.process.Addresses;
import dev.verdict.benchmarks.process.Cores;
import dev.verdict.benchmarks.process.JavaProcess;
import dev.verdict.benchmarks.process.TemporaryFolder;
import dev.verdict.benchmarks.process.VerdictProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts a server on both cores, with an example, until it has given its first answer. Uses the
 * launcher where the current folder is a source tree that has been built, and else this program's
 * class path.
 */
final class Starts {

  static final String NAME = "start";

  private static final Path LAUNCHER = Path.of("verdict");
  private static final Path LAUNCHED = Path.of("pdp-server/target/verdict.jar");
  private static final int DESCRIPTORS = 4_096;

  /** One start. */
  private record Start(double milliseconds, double cpuSeconds, double residentBytes) {}

  private final String classPath;
  private final Path policies;

  /**
   * @param classPath of the server, where there is no launcher
   * @param policies the example {@code invoicing}
   */
  Starts(String classPath, Path policies) {
    this.classPath = classPath;
    this.policies = policies;
  }

  /**
   * Starts once to warm up what is in the way, such as the disk, and then as often as is counted.
   */
  StartResult run(int times) throws IOException, InterruptedException {
    start();
    var all = new ArrayList<Start>();
    for (int i = 0; i < times; i++) {
      all.add(start());
    }
    return new StartResult(
        program().get(0),
        new Sample(all.stream().map(Start::milliseconds).toList()),
        new Sample(all.stream().map(Start::cpuSeconds).toList()),
        new Sample(all.stream().map(Start::residentBytes).toList()));
  }

  private List<String> program() {
    return Files.isExecutable(LAUNCHER) && Files.exists(LAUNCHED)
        ? List.of("./" + LAUNCHER)
        : List.of(JavaProcess.java(), "-cp", classPath, VerdictProcess.MAIN);
  }

  private Start start() throws IOException, InterruptedException {
    var command = new ArrayList<>(program());
    command.addAll(List.of("serve", policies.toString()));
    for (String listener : List.of("grpc", "http", "admin")) {
      command.addAll(List.of("--" + listener + "-address", "127.0.0.1:0"));
    }
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      long begin = System.nanoTime();
      try (JavaProcess server =
          JavaProcess.start(
              Cores.ofBoth(), command, DESCRIPTORS, folder.resolve("log"), Addresses::areIn)) {
        ask(Addresses.of(server.console()));
        return new Start(
            (System.nanoTime() - begin) / 1e6,
            server.figures().processorTime().toNanos() / 1e9,
            server.figures().residentBytes());
      }
    }
  }

  private static void ask(Addresses server) throws IOException, InterruptedException {
    var message = new Message(QUESTION.getBytes(StandardCharsets.UTF_8), Optional.empty());
    try (var lines =
        Lines.open(Protocol.HTTP, server.http(), "/access/v1/evaluation", List.of(message), 1)) {
      String answer = new String(Rehearsal.of(lines, 1).get(0), StandardCharsets.UTF_8);
      if (!answer.contains("\"decision\":true") || !answer.contains("\"accountant-reads\"")) {
        throw new WrongAnswerException("the first answer: " + answer);
      }
    }
  }

  private static final String QUESTION =
      """
      {"subject": {"type": "user", "id": "bob",
                   "properties": {"tenant": "acme", "roles": ["accountant"]}},
       "action": {"name": "read"},
       "resource": {"type": "invoice", "id": "i-1",
                    "properties": {"tenant": "acme", "owner": "alice", "amount": 100,
                                   "status": "sent"}}}
      """;
}
