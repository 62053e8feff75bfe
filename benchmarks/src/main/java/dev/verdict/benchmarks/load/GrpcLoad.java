package dev.verdict.benchmarks.load;

import dev.verdict.policy.limit.Limits;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.server.configuration.CacheConfiguration;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.configuration.ListenAddress;
import dev.verdict.server.configuration.ListenConfiguration;
import dev.verdict.server.configuration.RepositoryConfiguration;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.wiring.PoliciesRejectedException;
import dev.verdict.server.wiring.VerdictServer;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluate over gRPC on a whole server, beside an echo of the same message sizes. Both are measured
 * in turns, so that they see the same machine.
 */
public final class GrpcLoad {

  private static final ListenAddress ANY_PORT = new ListenAddress("127.0.0.1", 0);
  private static final String ECHO = "echo";
  private static final int WARM_UP_CALLERS = 8;

  private final LoadOptions options;
  private final PrintStream out;

  /** A load that is not yet running. */
  public GrpcLoad(LoadOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Measures and prints. */
  public void run() throws IOException, PoliciesRejectedException, InterruptedException {
    List<EvaluateRequest> questions = Questions.of(options.policies());
    try (VerdictServer plain = server(false);
        VerdictServer cached = server(true);
        EchoServer echo = EchoServer.start(averageAnswer(plain, questions))) {
      var channels = List.of(channel(echo.port()), channel(port(plain)), channel(port(cached)));
      var sides = new LinkedHashMap<String, ClosedLoop<?, ?>>();
      sides.put(
          ECHO,
          new ClosedLoop<>(channels.get(0), EchoServer.METHOD, bytesOfTheSameSizes(questions)));
      sides.put("decide", decisions(channels.get(1), questions));
      sides.put("decide, cached", decisions(channels.get(2), questions));
      warmUp(sides);
      printHeader();
      for (int callers : options.callers()) {
        print(callers, measure(sides, callers));
      }
      channels.forEach(ManagedChannel::shutdownNow);
    }
  }

  /** What the first turns would otherwise pay for: compilers, connections. */
  private void warmUp(Map<String, ClosedLoop<?, ?>> sides) throws InterruptedException {
    for (ClosedLoop<?, ?> side : sides.values()) {
      side.run(WARM_UP_CALLERS, options.turn());
    }
  }

  private Map<String, Measurement> measure(Map<String, ClosedLoop<?, ?>> sides, int callers)
      throws InterruptedException {
    var runs = new LinkedHashMap<String, List<Measurement>>();
    for (int round = 0; round <= options.rounds(); round++) {
      for (var side : sides.entrySet()) {
        Measurement run = side.getValue().run(callers, options.turn());
        if (round > 0) {
          runs.computeIfAbsent(side.getKey(), name -> new ArrayList<>()).add(run);
        }
      }
    }
    var results = new LinkedHashMap<String, Measurement>();
    runs.forEach((side, measured) -> results.put(side, Measurement.together(measured)));
    return results;
  }

  private void printHeader() {
    out.printf(
        "%-8s %-15s %10s %9s %9s %9s   %s%n",
        "callers",
        "side",
        "calls/s",
        "p50 us",
        "p99 us",
        "CPU us",
        "ratio of calls/s, p50, p99, CPU");
  }

  private void print(int callers, Map<String, Measurement> results) {
    Measurement floor = results.getOrDefault(ECHO, results.values().iterator().next());
    results.forEach(
        (side, result) ->
            out.printf(
                Locale.ROOT,
                "%-8d %-15s %10.0f %9.1f %9.1f %9.1f   %.2f  %.2f  %.2f  %.2f%n",
                callers,
                side,
                result.throughput(),
                result.percentile(0.5),
                result.percentile(0.99),
                result.cpu(),
                result.throughput() / floor.throughput(),
                result.percentile(0.5) / floor.percentile(0.5),
                result.percentile(0.99) / floor.percentile(0.99),
                result.cpu() / floor.cpu()));
  }

  private VerdictServer server(boolean cache) throws IOException, PoliciesRejectedException {
    Path folder = options.policies();
    CacheConfiguration usual = CacheConfiguration.DEFAULT;
    return VerdictServer.start(
        new ServerConfiguration(
            new ListenConfiguration(ANY_PORT, ANY_PORT, ANY_PORT),
            new RepositoryConfiguration.Directory(folder, Duration.ofMinutes(1)),
            Optional.empty(),
            new CacheConfiguration(cache, usual.maxBytes(), usual.ttl(), usual.tokenBytes()),
            Optional.empty(),
            Optional.empty(),
            Limits.STANDARD,
            ServerConfiguration.DEFAULT_CALL_TIMEOUT,
            false,
            ConnectionLimits.DEFAULT,
            Duration.ZERO));
  }

  private static ClosedLoop<?, ?> decisions(
      ManagedChannel channel, List<EvaluateRequest> questions) {
    return new ClosedLoop<>(channel, DecisionServiceGrpc.getEvaluateMethod(), questions);
  }

  private static List<byte[]> bytesOfTheSameSizes(List<EvaluateRequest> questions) {
    return questions.stream().map(question -> new byte[question.getSerializedSize()]).toList();
  }

  private static int averageAnswer(VerdictServer server, List<EvaluateRequest> questions) {
    ManagedChannel channel = channel(port(server));
    try {
      var stub = DecisionServiceGrpc.newBlockingStub(channel);
      int sum =
          questions.stream()
              .mapToInt(question -> stub.evaluate(question).getSerializedSize())
              .sum();
      return sum / questions.size();
    } finally {
      channel.shutdownNow();
    }
  }

  private static int port(VerdictServer server) {
    return server.grpcAddress().getPort();
  }

  private static ManagedChannel channel(int port) {
    return NettyChannelBuilder.forAddress("127.0.0.1", port)
        .usePlaintext()
        .directExecutor()
        .build();
  }
}
