package dev.verdict.example.invoices;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.decision.EvaluatedDecisions;
import dev.verdict.server.decision.SnapshotDecisions;
import dev.verdict.server.door.grpc.GrpcDoor;
import dev.verdict.server.identity.gate.IdentityGates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The decision point itself, with the invoicing policies, in this process. */
record TestPdp(GrpcDoor door) implements AutoCloseable {

  private static final Path POLICIES = Path.of("../../../../policies-examples/invoicing");

  static TestPdp start() throws IOException {
    Snapshot snapshot = load();
    GrpcDoor door =
        GrpcDoor.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Optional.empty(),
            new SnapshotDecisions(() -> snapshot, new EvaluatedDecisions()),
            IdentityGates.openDevelopment(),
            Clock.systemUTC(),
            Limits.STANDARD,
            ServerConfiguration.DEFAULT_CALL_TIMEOUT,
            new Connections(ConnectionLimits.DEFAULT, System::nanoTime, (listener, cause) -> {}),
            kind -> {});
    return new TestPdp(door);
  }

  String target() {
    return "127.0.0.1:" + door.address().getPort();
  }

  @Override
  public void close() {
    door.close();
  }

  private static Snapshot load() throws IOException {
    try (Stream<Path> paths = Files.walk(POLICIES)) {
      List<SourceFile> files =
          paths.filter(path -> path.toString().endsWith(".yaml")).map(TestPdp::file).toList();
      LoadResult result = SnapshotLoader.load(files, "test");
      return result.snapshot().orElseThrow(() -> new IllegalStateException(result.report()));
    }
  }

  private static SourceFile file(Path path) {
    try {
      return new SourceFile(
          POLICIES.relativize(path).toString().replace('\\', '/'), Files.readString(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
