package dev.verdict.server.identity.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JwksUrlTest {

  private static final Duration PATIENT = Duration.ofSeconds(30);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch theEnd = new CountDownLatch(1);
  private HttpServer issuer;

  @BeforeEach
  void startTheIssuer() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.setExecutor(threads);
    issuer.start();
  }

  @AfterEach
  void stopTheIssuer() {
    theEnd.countDown();
    issuer.stop(0);
    threads.shutdownNow();
  }

  @Test
  void whatTheIssuerPublishesIsRead() throws Exception {
    answer(
        "/keys", exchange -> send(exchange, 200, "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8)));

    assertThat(read("/keys", PATIENT)).isEqualTo("{\"keys\":[]}");
  }

  @Test
  void aRedirectIsNotFollowed() {
    answer("/elsewhere", exchange -> send(exchange, 200, new byte[] {'x'}));
    answer(
        "/keys",
        exchange -> {
          exchange.getResponseHeaders().add("location", "/elsewhere");
          send(exchange, 302, new byte[0]);
        });

    assertRefused("/keys", PATIENT, "answered with status 302");
  }

  @Test
  void anErrorIsNoKeySet() {
    answer(
        "/keys", exchange -> send(exchange, 500, "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8)));

    assertRefused("/keys", PATIENT, "answered with status 500");
  }

  @Test
  void aSetOfExactlyTheLimitIsReadAndOneByteMoreIsNot() throws Exception {
    answer("/limit", exchange -> send(exchange, 200, new byte[KeySource.MAX_BYTES]));
    answer("/more", exchange -> send(exchange, 200, new byte[KeySource.MAX_BYTES + 1]));

    assertThat(read("/limit", PATIENT)).hasSize(KeySource.MAX_BYTES);
    assertRefused("/more", PATIENT, "more than 524288 bytes");
  }

  @Test
  void aBodyThatNeverEndsIsGivenUp() {
    answer(
        "/keys",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          untilTheEnd();
        });

    assertRefused("/keys", Duration.ofMillis(200), "did not answer within 200 ms");
  }

  @Test
  void anAnswerThatNeverComesIsGivenUp() {
    answer("/keys", exchange -> untilTheEnd());

    assertRefused("/keys", Duration.ofMillis(200), "did not answer within 200 ms");
  }

  @Test
  void anAddressWhereNobodyListensIsUnavailable() {
    answer("/keys", exchange -> send(exchange, 200, new byte[0]));
    issuer.stop(0);

    assertRefused("/keys", PATIENT, "cannot be reached");
  }

  private void assertRefused(String path, Duration timeout, String message) {
    assertThatThrownBy(() -> read(path, timeout))
        .isInstanceOf(KeysUnavailableException.class)
        .hasMessageContaining("http://127.0.0.1:" + issuer.getAddress().getPort() + path)
        .hasMessageContaining(message);
  }

  private String read(String path, Duration timeout) throws KeysUnavailableException {
    URI url = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + path);
    return new String(new JwksUrl(url, timeout).read(), StandardCharsets.UTF_8);
  }

  private void answer(String path, HttpHandler handler) {
    issuer.createContext(path, handler);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var stream = exchange.getResponseBody()) {
      stream.write(body);
    }
  }

  private void untilTheEnd() {
    try {
      theEnd.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
