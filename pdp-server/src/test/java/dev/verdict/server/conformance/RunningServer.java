package dev.verdict.server.conformance;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.decision.EvaluatedDecisions;
import dev.verdict.server.decision.SnapshotDecisions;
import dev.verdict.server.door.authzen.HttpDoor;
import dev.verdict.server.identity.gate.IdentityGates;
import dev.verdict.server.transport.HostRule;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The HTTP door in front of a real snapshot, in open development mode, and a client for it. */
final class RunningServer implements AutoCloseable {

  private final HttpDoor door;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  RunningServer(Snapshot snapshot) throws IOException {
    door =
        HttpDoor.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Optional.empty(),
            new SnapshotDecisions(() -> snapshot, new EvaluatedDecisions()),
            IdentityGates.openDevelopment(),
            Clock.systemUTC(),
            Optional.empty(),
            Limits.STANDARD,
            ServerConfiguration.DEFAULT_CALL_TIMEOUT,
            HostRule.ANY,
            new Connections(ConnectionLimits.DEFAULT, System::nanoTime, (listener, cause) -> {}),
            kind -> {});
  }

  HttpResponse<String> send(String method, String path, Map<String, String> headers, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.address().getPort() + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  JsonObject post(String path, JsonObject body) throws Exception {
    return new JsonObject(
        send("POST", path, Map.of("content-type", "application/json"), body.encode()).body());
  }

  @Override
  public void close() {
    door.close();
  }
}
