package dev.verdict.server.door.authzen;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Attributes;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.door.question.FakeIdentityGate;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.json.JsonReader;
import dev.verdict.server.metrics.ServerMetrics;
import dev.verdict.server.transport.HostRule;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** An HTTP door on a free port of the loopback, and a client for it. */
final class OpenDoor implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  final ServerMetrics metrics = new ServerMetrics(Clock.systemUTC());
  final HttpDoor door;
  private final AtomicLong skipped = new AtomicLong();
  final Connections connections;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private OpenDoor(DecisionService decisions, IdentityGate gate, Optional<URI> publicUrl)
      throws IOException {
    this(decisions, gate, publicUrl, ConnectionLimits.DEFAULT, HostRule.ANY);
  }

  private OpenDoor(
      DecisionService decisions,
      IdentityGate gate,
      Optional<URI> publicUrl,
      ConnectionLimits limits,
      HostRule hosts)
      throws IOException {
    connections =
        new Connections(limits, () -> System.nanoTime() + skipped.get(), metrics.doors()::ended);
    door =
        HttpDoor.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Optional.empty(),
            decisions,
            gate,
            Clock.fixed(NOW, ZoneOffset.UTC),
            publicUrl,
            Limits.STANDARD,
            Duration.ofHours(1),
            hosts,
            connections,
            kind -> metrics.doors().rejected(Door.HTTP, kind),
            () -> System.nanoTime() + skipped.get());
  }

  static OpenDoor to(DecisionService decisions) throws IOException {
    return new OpenDoor(decisions, new FakeIdentityGate(), Optional.empty());
  }

  static OpenDoor to(DecisionService decisions, IdentityGate gate) throws IOException {
    return new OpenDoor(decisions, gate, Optional.empty());
  }

  static OpenDoor to(DecisionService decisions, IdentityGate gate, ConnectionLimits limits)
      throws IOException {
    return new OpenDoor(decisions, gate, Optional.empty(), limits, HostRule.ANY);
  }

  static OpenDoor to(HostRule hosts) throws IOException {
    return new OpenDoor(
        new FakeDecisionService(),
        new FakeIdentityGate(),
        Optional.empty(),
        ConnectionLimits.DEFAULT,
        hosts);
  }

  static OpenDoor at(URI publicUrl) throws IOException {
    return new OpenDoor(new FakeDecisionService(), new FakeIdentityGate(), Optional.of(publicUrl));
  }

  /** Lets time pass for the server's timeouts. */
  void skip(Duration time) {
    skipped.addAndGet(time.toNanos());
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + door.address().getPort() + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url(path)).timeout(Duration.ofSeconds(30));
  }

  HttpResponse<String> post(String path, String json) throws Exception {
    return post(path, json.getBytes(UTF_8));
  }

  HttpResponse<String> post(String path, byte[] body) throws Exception {
    return send(
        request(path)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** The body of an answer, which must be JSON by our own strict reader. */
  static Attributes json(HttpResponse<String> response) {
    return JsonReader.read(response.body().getBytes(UTF_8), BodyBounds.of(Limits.STANDARD))
        .members();
  }

  @Override
  public void close() {
    door.close();
    metrics.close();
  }
}
