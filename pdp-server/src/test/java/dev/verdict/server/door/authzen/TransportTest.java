package dev.verdict.server.door.authzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.policy.limit.Limits;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.configuration.TlsConfiguration;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.door.question.FakeIdentityGate;
import dev.verdict.server.transport.HostRule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TransportTest {

  private static final String PATH = "/access/v1/evaluation";
  private static final String READ =
      "{\"subject\":{\"type\":\"user\",\"id\":\"alice\"},\"action\":{\"name\":\"read\"},"
          + "\"resource\":{\"type\":\"record\",\"id\":\"r-1\"}}";

  private OpenDoor http;

  @BeforeEach
  void open() throws Exception {
    http = OpenDoor.to(new FakeDecisionService());
  }

  @AfterEach
  void close() {
    http.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/access/v1/evaluation/",
        "/access/v1/Evaluation",
        "//access/v1/evaluation",
        "/access/v1/%65valuation",
        "/access/v1/../v1/evaluation",
        "/access/v1/search/subject",
        "/healthz"
      })
  void anyOtherPathIsNotFound(String path) throws Exception {
    try (var connection = new RawConnection(http.door.address())) {
      String answer = connection.send("POST " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").receive();

      assertThat(answer).startsWith("HTTP/1.1 404 ").contains("{\"error\":{\"status\":404,");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    | /access/v1/evaluation             | POST",
        "PUT    | /access/v1/evaluations            | POST",
        "OPTIONS| /access/v1/evaluation             | POST",
        "POST   | /.well-known/authzen-configuration| GET, HEAD",
        "DELETE | /.well-known/authzen-configuration| GET, HEAD"
      })
  void anotherMethodIsNotAllowed(String method, String path, String allowed) throws Exception {
    HttpResponse<String> response =
        http.send(http.request(path).method(method, BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("allow")).contains(allowed);
    assertThat(response.body()).startsWith("{\"error\":{\"status\":405,");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /access/v1/evaluation, 400",
    "GET, /access/v1/evaluation, 405",
    "GET, /nowhere, 404",
    "GET, /.well-known/authzen-configuration, 200"
  })
  void theRequestIdComesBackWithEveryAnswer(String method, String path, int status)
      throws Exception {
    String id = "request 1/2; \"x\"" + "y".repeat(1_000);

    HttpResponse<String> response =
        http.send(
            http.request(path).header("X-Request-ID", id).method(method, BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("x-request-id")).contains(id);
  }

  @Test
  void aRequestIdThatIsTooLongOrNotPrintableOrTwofoldIsNotEchoed() throws Exception {
    assertThat(withRequestIds("x".repeat(1_025))).doesNotContainIgnoringCase("x-request-id");
    assertThat(withRequestIds("caf\u00e9")).doesNotContainIgnoringCase("x-request-id");
    assertThat(withRequestIds("a\tb")).doesNotContainIgnoringCase("x-request-id");
    assertThat(withRequestIds("a", "b")).doesNotContainIgnoringCase("x-request-id");
    assertThat(withRequestIds("a")).containsIgnoringCase("x-request-id: a\r\n");
  }

  @Test
  void anAnnouncedBodyBeyondTheLimitIsRefusedBeforeItIsSent() throws Exception {
    try (var connection = new RawConnection(http.door.address())) {
      connection.send(head("Content-Length: 10485760", "X-Request-ID: big"));

      assertThat(connection.receive())
          .startsWith("HTTP/1.1 413 ")
          .containsIgnoringCase("x-request-id: big")
          .containsIgnoringCase("connection: close")
          .contains("{\"error\":{\"status\":413,");
    }
  }

  @Test
  void aBodyThatGrowsBeyondTheLimitIsRefusedWhileItIsSent() throws Exception {
    try (var connection = new RawConnection(http.door.address())) {
      connection.send(head("Transfer-Encoding: chunked"));
      String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
      for (int i = 0; i < 17; i++) {
        connection.send(chunk);
      }

      assertThat(connection.receive()).startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void aCallerThatSendsTenMegabytesStillReadsTheAnswer() throws Exception {
    HttpResponse<String> response = http.post(PATH, " ".repeat(10 << 20));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(http.post(PATH, READ).statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyOfExactlyTheLimitIsRead() throws Exception {
    String padded = READ + " ".repeat((1 << 20) - READ.length());

    assertThat(http.post(PATH, padded).statusCode()).isEqualTo(200);
    assertThat(http.post(PATH, padded + " ").statusCode()).isEqualTo(413);
  }

  @Test
  void aCallerThatWaitsToContinueIsToldTo() throws Exception {
    try (var connection = new RawConnection(http.door.address())) {
      connection.send(head("Content-Length: " + READ.length(), "Expect: 100-continue"));
      assertThat(connection.receive()).startsWith("HTTP/1.1 100 ");
      connection.send(READ);

      assertThat(connection.receive()).startsWith("HTTP/1.1 200 ").contains("\"decision\":true");
    }
  }

  @Test
  void aCallerThatWaitsToContinueWithTooMuchIsRefused() throws Exception {
    try (var connection = new RawConnection(http.door.address())) {
      connection.send(head("Content-Length: 1048577", "Expect: 100-continue"));

      assertThat(connection.receive()).startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void headersBeyondTheLimitAreRefused() throws Exception {
    try (var connection = new RawConnection(http.door.address())) {
      connection.send(head("X-Filler: " + "x".repeat(30_000)));

      assertThat(connection.receive()).startsWith("HTTP/1.1 431 ").contains("\"status\":431");
      assertThat(connection.isAtEnd()).isTrue();
    }
  }

  @Test
  void aRequestLineBeyondTheLimitIsRefused() throws Exception {
    try (var connection = new RawConnection(http.door.address())) {
      connection.send("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");

      assertThat(connection.receive()).contains(" 414 ").contains("\"status\":414");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -5",
        "Content-Length: 1|Content-Length: 2",
        "Content-Length: 99999999999999999999",
        "Bad Header : x"
      })
  void headersThatAreNotHttpAreRefusedAndTheConnectionEnds(String headers) throws Exception {
    try (var connection = new RawConnection(http.door.address())) {
      assertThat(connection.send(head(headers.split("\\|", -1))).receive())
          .startsWith("HTTP/1.1 400 ")
          .contains("\"status\":400");
      assertThat(connection.isAtEnd()).isTrue();
    }
    assertThat(http.post(PATH, READ).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsNotHttpAtAllIsRefused() throws Exception {
    try (var connection = new RawConnection(http.door.address())) {
      assertThat(connection.send("NONSENSE\r\n\r\n").receive()).contains(" 400 ");
      assertThat(connection.isAtEnd()).isTrue();
    }
  }

  @Test
  void requestsOnOneConnectionAreAnsweredInTheirOrder() throws Exception {
    String request =
        head("Content-Length: " + READ.length()) + READ + "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";
    try (var connection = new RawConnection(http.door.address())) {
      connection.send(request + request);

      assertThat(connection.receive()).startsWith("HTTP/1.1 200 ");
      assertThat(connection.receive()).startsWith("HTTP/1.1 404 ");
      assertThat(connection.receive()).startsWith("HTTP/1.1 200 ");
      assertThat(connection.receive()).startsWith("HTTP/1.1 404 ");
    }
  }

  @Test
  void manyRequestsOnOneConnectionAreAllAnswered() throws Exception {
    int count = 20_000;
    String request = "GET /.well-known/authzen-configuration HTTP/1.1\r\nHost: a\r\n\r\n";
    try (var connection = new RawConnection(http.door.address())) {
      CompletableFuture<Void> sent =
          CompletableFuture.runAsync(() -> connection.sendOrFail(request.repeat(count)));
      for (int i = 0; i < count; i++) {
        assertThat(connection.receive()).startsWith("HTTP/1.1 200 ");
      }
      sent.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void aBodyThatDoesNotArriveInTimeIsNotWaitedFor() throws Exception {
    try (var connection = new RawConnection(http.door.address())) {
      connection.send(head("Content-Length: 100", "Expect: 100-continue"));
      connection.receive();
      connection.send("{");
      http.skip(Duration.ofSeconds(11));

      assertThat(connection.receive()).startsWith("HTTP/1.1 408 ").contains("\"status\":408");
    }
  }

  @Test
  void aConnectionThatIsRefusedAndGoesOnSendingEnds() throws Exception {
    try (var connection = new RawConnection(http.door.address())) {
      connection.send(head("Content-Length: 10485760"));
      connection.receive();
      http.skip(Duration.ofSeconds(11));

      assertThat(connection.isAtEnd()).isTrue();
    }
  }

  @Test
  void aConnectionThatDripsItsNextRequestEnds() throws Exception {
    try (var connection = new RawConnection(http.door.address())) {
      connection.send(head("Content-Length: " + READ.length()) + READ);
      connection.receive();
      connection.send("GET / HT");
      http.skip(Duration.ofSeconds(301));

      assertThat(connection.isAtEnd()).isTrue();
    }
  }

  @Test
  void closingFinishesTheCallUnderWayAndTakesNoMore() throws Exception {
    try (var connection = new RawConnection(http.door.address())) {
      connection.send(head("Content-Length: " + READ.length(), "Expect: 100-continue"));
      connection.receive();
      CompletableFuture<Void> closing = CompletableFuture.runAsync(http.door::close);
      while (isListening()) {
        Thread.onSpinWait();
      }
      assertThat(closing).isNotDone();
      connection.send(READ);

      assertThat(connection.receive()).startsWith("HTTP/1.1 200 ").contains("\"decision\":true");
      closing.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void anAddressThatIsTakenIsSaid() {
    assertThatThrownBy(() -> open(http.door.address(), Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot serve HTTP on")
        .hasMessageContaining("Address already in use");
  }

  @Test
  void tlsFilesThatCannotBeReadAreSaid() {
    var missing = new TlsConfiguration(Path.of("no-such-certificate.pem"), Path.of("no-key.pem"));

    assertThatThrownBy(
            () ->
                open(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    Optional.of(missing)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-key.pem");
  }

  private void open(InetSocketAddress address, Optional<TlsConfiguration> tls) throws IOException {
    HttpDoor.open(
            address,
            tls,
            new FakeDecisionService(),
            new FakeIdentityGate(),
            Clock.systemUTC(),
            Optional.empty(),
            Limits.STANDARD,
            ServerConfiguration.DEFAULT_CALL_TIMEOUT,
            HostRule.ANY,
            new Connections(ConnectionLimits.DEFAULT, System::nanoTime, (listener, cause) -> {}),
            kind -> {})
        .close();
  }

  private boolean isListening() {
    try (var connection = new RawConnection(http.door.address())) {
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private String withRequestIds(String... ids) throws IOException {
    var headers = new StringBuilder();
    for (String id : ids) {
      headers.append("X-Request-ID: ").append(id).append("\r\n");
    }
    try (var connection = new RawConnection(http.door.address())) {
      return connection.send("GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n").receive();
    }
  }

  private static String head(String... headers) {
    return "POST "
        + PATH
        + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n";
  }
}
