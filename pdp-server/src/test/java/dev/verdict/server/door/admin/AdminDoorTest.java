package dev.verdict.server.door.admin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.source.Span;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.metrics.ServerMetrics;
import dev.verdict.server.repository.LoadFailure;
import dev.verdict.server.repository.RepositoryStatus;
import dev.verdict.server.transport.HostRule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminDoorTest {

  private static final Instant SINCE = Instant.parse("2026-01-02T03:04:05Z");

  /** Of which the buffers of two sockets hold a few. */
  private static final String PAGE = "# " + "x".repeat(200_000) + "\n";

  private static final int MANY = 100;

  private final AtomicInteger scrapes = new AtomicInteger();
  private final AtomicReference<Optional<RepositoryStatus>> status =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Readiness> readiness = new AtomicReference<>(Readiness.READY);
  private final ServerMetrics metrics = new ServerMetrics(Clock.systemUTC());
  private final HttpClient client = HttpClient.newHttpClient();
  private AdminDoor door;

  @BeforeEach
  void open() throws Exception {
    door = open(0);
  }

  @AfterEach
  void close() {
    door.close();
    metrics.close();
  }

  @Test
  void itIsAliveAtOnceAndReadyFromWhenAllDoorsAreOpenToWhenTheyAreAboutToClose() throws Exception {
    readiness.set(Readiness.STARTING);
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/status").body()).isEqualTo("{\"ready\":false}");

    status.set(Optional.of(active(Optional.empty())));
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    readiness.set(Readiness.READY);
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
    readiness.set(Readiness.DRAINING);
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void theStatusNamesWhatIsActive() throws Exception {
    status.set(Optional.of(active(Optional.empty())));

    HttpResponse<String> response = get("/status");

    assertThat(response.headers().firstValue("content-type").orElse(""))
        .startsWith("application/json");
    assertThat(response.body())
        .isEqualTo(
            "{\"ready\":true,\"source\":\"directory policies\",\"active\":{\"revision\":\"r1\","
                + "\"since\":\"2026-01-02T03:04:05Z\",\"files\":3,\"policies\":1,\"rules\":5,"
                + "\"tests\":8,\"warnings\":[{\"severity\":\"warning\",\"code\":\"unused-ignore\","
                + "\"message\":\"it is of no use\",\"file\":\"verdict.yaml\",\"line\":2,\"column\":3}]},\"lastLoad\":{\"outcome\":\"activated\",\"revision\":\"r1\","
                + "\"at\":\"2026-01-02T03:04:05Z\"}}");
  }

  @Test
  void theStatusSaysWhatIsWrongWithTheNewestStateAndStaysReady() throws Exception {
    var diagnostic =
        new Diagnostic(
            DiagnosticCode.UNKNOWN_ATTRIBUTE,
            "unknown attribute `resource.ownr`",
            new Span("invoice.policy.yaml", 12, 11, 13));
    status.set(
        Optional.of(
            active(
                Optional.of(
                    new LoadFailure.Rejected(
                        "r2", SINCE.plusSeconds(60), List.of(diagnostic), "a\nb")))));

    assertThat(get("/status").body())
        .contains("\"active\":{\"revision\":\"r1\"")
        .endsWith(
            "\"lastLoad\":{\"outcome\":\"rejected\",\"revision\":\"r2\","
                + "\"at\":\"2026-01-02T03:05:05Z\",\"diagnostics\":[{\"severity\":\"error\","
                + "\"code\":\"unknown-attribute\",\"message\":"
                + "\"unknown attribute `resource.ownr`\",\"file\":\"invoice.policy.yaml\","
                + "\"line\":12,\"column\":11}],\"report\":\"a\\u000ab\"}}");
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void aRepositoryThatCannotBeReadIsUnreachable() throws Exception {
    var failure =
        new LoadFailure.Unreachable(SINCE, LoadFailure.Cause.SOURCE, "connection refused");
    status.set(Optional.of(active(Optional.of(failure))));

    assertThat(get("/status").body())
        .contains("\"outcome\":\"unreachable\",\"at\"")
        .contains("\"report\":\"connection refused\"");
  }

  @Test
  void metricsAreInThePrometheusTextFormat() throws Exception {
    HttpResponse<String> response = get("/metrics");

    assertThat(response.headers().firstValue("content-type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(response.body()).contains("# TYPE verdict_decisions_total counter");
  }

  /** There is one event loop, so what could be answered is by when others were. */
  @Test
  void whoDoesNotReadItsAnswersGetsNoFurtherOnes() throws Exception {
    String request = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (var greedy = new Socket()) {
      greedy.setReceiveBufferSize(16 << 10);
      greedy.connect(door.address());
      greedy.getOutputStream().write(request.repeat(MANY).getBytes(US_ASCII));
      for (int i = 0; i < 50; i++) {
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
      }
      assertThat(scrapes).hasValueBetween(1, MANY - 1);

      while (scrapes.get() < MANY) {
        greedy.getInputStream().readNBytes(PAGE.length());
      }
    }
  }

  @Test
  void anotherPathOrMethodIsRefused() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(404);
    HttpResponse<String> posted =
        client.send(
            HttpRequest.newBuilder(url("/status")).POST(BodyPublishers.ofString("x")).build(),
            BodyHandlers.ofString());
    assertThat(posted.statusCode()).isEqualTo(405);
    assertThat(posted.headers().firstValue("allow")).contains("GET, HEAD");
  }

  @Test
  void anAddressThatIsTakenIsSaid() {
    assertThatThrownBy(() -> open(door.address().getPort()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot serve the admin port on")
        .hasMessageContaining("Address already in use");
  }

  private AdminDoor open(int port) throws IOException {
    return AdminDoor.open(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        this::page,
        status::get,
        readiness::get,
        HostRule.LOOPBACK,
        new Connections(ConnectionLimits.DEFAULT, System::nanoTime, (listener, cause) -> {}));
  }

  private String page() {
    scrapes.incrementAndGet();
    return metrics.scrape() + PAGE;
  }

  private static RepositoryStatus active(Optional<LoadFailure> failure) {
    return new RepositoryStatus(
        "directory policies",
        "r1",
        SINCE,
        new Snapshot.Contents(3, 1, 5, 8),
        List.of(
            new Diagnostic(
                DiagnosticCode.UNUSED_IGNORE,
                "it is of no use",
                new Span("verdict.yaml", 2, 3, 4))),
        failure);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(url(path)).timeout(Duration.ofSeconds(30)).build(),
        BodyHandlers.ofString());
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + door.address().getPort() + path);
  }
}
