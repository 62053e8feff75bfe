package dev.verdict.server.doors;

import static dev.verdict.server.doors.OddQuestion.odd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.limit.Limits;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.DecisionServiceGrpc.DecisionServiceBlockingStub;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.door.authzen.HttpDoor;
import dev.verdict.server.door.grpc.GrpcDoor;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Promise;
import dev.verdict.server.eventual.Turns;
import dev.verdict.server.identity.gate.IdentityGates;
import dev.verdict.server.refusal.RefusalKind;
import dev.verdict.server.transport.HostRule;
import dev.verdict.server.wiring.VerdictServer;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A call has a deadline, at every door; the setting is {@code limits.call-timeout}. */
@Timeout(60)
class CallTimeoutAtEveryDoorTest {

  private static final Duration SHORT = Duration.ofMillis(30);
  private static final Duration LONG = Duration.ofHours(1);

  private final LateDecisions decisions = new LateDecisions();
  private final LinkedBlockingQueue<RefusalKind> refusals = new LinkedBlockingQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @Test
  void aLateDecisionIsRefusedAtEveryDoorAndTheNextCallIsHeard() throws Exception {
    try (var doors = new OpenDoors(SHORT)) {
      for (int i = 0; i < 3; i++) {
        assertExpired(post(doors.http.address(), "evaluation", odd("single").body()));
        assertExpired(() -> doors.stub().evaluate(odd("single").message()));
      }
      // a caller may hear of its refusal before that is counted
      for (int i = 0; i < 6; i++) {
        assertThat(refusals.take()).isEqualTo(RefusalKind.DEADLINE_EXCEEDED);
      }
      assertThat(refusals).isEmpty();
    }
  }

  @Test
  void aBatchIsRefusedAtEveryDoorAndItsWorkEnds() throws Exception {
    String items = "{\"evaluations\":[" + odd("item").body() + "]}";
    try (var doors = new OpenDoors(SHORT)) {
      assertExpired(post(doors.http.address(), "evaluations", items));
      decisions.ended.take();
      assertExpired(() -> doors.stub().evaluateBatch(batch()));
      decisions.ended.take();
    }
  }

  @Test
  void theClientsOwnShorterDeadlineEndsTheWorkToo() throws Exception {
    try (var doors = new OpenDoors(LONG)) {
      assertThatExceptionOfType(StatusRuntimeException.class)
          .isThrownBy(
              () -> doors.stub().withDeadlineAfter(2, TimeUnit.SECONDS).evaluateBatch(batch()))
          .extracting(failed -> failed.getStatus().getCode())
          .isEqualTo(Status.Code.DEADLINE_EXCEEDED);

      decisions.ended.take();
    }
  }

  /** Each decision matches a long text, which takes a tenth of a millisecond at the very least. */
  @Test
  void aServerKeepsTheSetting() throws Exception {
    Files.writeString(
        folder.resolve("schema.yaml"),
        """
        subjects: { user: {} }
        resources:
          record: { tenant-isolated: false, actions: [match], attributes: { note: string } }
        """);
    Files.writeString(
        folder.resolve("record.policy.yaml"),
        """
        policy: record
        resource: record
        rules:
          - permit: match
            id: matched
            when: matches(resource.note, '(a|ab|b)+c')
        """);
    String dear =
        """
        {"subject":{"type":"user","id":"alice"},"action":{"name":"match"},
         "resource":{"type":"record","id":"1","properties":{"note":"%s"}},"evaluations":[%s]}
        """
            .formatted("a".repeat(20_000), String.join(",", Collections.nCopies(500, "{}")));
    try (VerdictServer server = RunningServer.of(folder, Duration.ofMillis(10))) {
      assertExpired(post(server.httpAddress(), "evaluations", dear));
    }
  }

  private HttpResponse<String> post(InetSocketAddress door, String path, String body)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + door.getPort() + "/access/v1/" + path))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static EvaluateBatchRequest batch() {
    return EvaluateBatchRequest.newBuilder().addEvaluations(odd("item").message()).build();
  }

  private static void assertExpired(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("`limits.call-timeout`");
  }

  private static void assertExpired(ThrowingCallable call) {
    assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(call)
        .withMessageStartingWith("DEADLINE_EXCEEDED: ")
        .withMessageContaining("`limits.call-timeout`");
  }

  /** Both doors, before a service that owes every answer. */
  private final class OpenDoors implements AutoCloseable {

    private final InetSocketAddress free =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private final Connections connections =
        new Connections(ConnectionLimits.DEFAULT, System::nanoTime, (listener, cause) -> {});
    private final GrpcDoor grpc;
    private final HttpDoor http;
    private final ManagedChannel channel;

    OpenDoors(Duration callTimeout) throws IOException {
      grpc =
          GrpcDoor.open(
              free,
              Optional.empty(),
              decisions,
              IdentityGates.openDevelopment(),
              Clock.systemUTC(),
              Limits.STANDARD,
              callTimeout,
              connections,
              refusals::add);
      http =
          HttpDoor.open(
              free,
              Optional.empty(),
              decisions,
              IdentityGates.openDevelopment(),
              Clock.systemUTC(),
              Optional.empty(),
              Limits.STANDARD,
              callTimeout,
              HostRule.LOOPBACK,
              connections,
              refusals::add);
      channel =
          ManagedChannelBuilder.forAddress("127.0.0.1", grpc.address().getPort())
              .usePlaintext()
              .build();
    }

    DecisionServiceBlockingStub stub() {
      return DecisionServiceGrpc.newBlockingStub(channel);
    }

    @Override
    public void close() {
      channel.shutdownNow();
      http.close();
      grpc.close();
    }
  }

  /** Never decides; a batch is worked on until its turns end. */
  private static final class LateDecisions implements DecisionService {

    private final LinkedBlockingQueue<Throwable> ended = new LinkedBlockingQueue<>();

    @Override
    public Eventual<Decision> decide(Ask ask) {
      return new Promise<>();
    }

    @Override
    public Eventual<List<Decision>> decideAll(List<Ask> asks, BatchSemantic semantic, Turns turns) {
      work(turns);
      return new Promise<>();
    }

    private void work(Turns turns) {
      turns
          .next(
              () -> {
                work(turns);
                return Eventual.of(turns);
              })
          .whenDone(done -> {}, ended::add);
    }

    @Override
    public Eventual<Explanation> explain(Ask ask) {
      return new Promise<>();
    }
  }
}
