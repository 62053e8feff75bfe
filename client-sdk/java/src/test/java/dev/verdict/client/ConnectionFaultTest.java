package dev.verdict.client;

import static dev.verdict.client.Answers.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.verdict.client.PdpException.Kind;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found where a PDP should be is told as what it is, in both failure modes. */
final class ConnectionFaultTest {

  private static final AccessRequest QUESTION =
      AccessRequest.of(Subject.of("user", "alice"), "read", Resource.of("invoice", "1"));

  /** Longer than anything here may take: what is told must not be told by the deadline. */
  private static final Duration FOREVER = Duration.ofMinutes(1);

  private static TestCertificates serverCertificate;
  private static TestCertificates stranger;

  private final FakePdp pdp = new FakePdp();
  private Server server;

  @BeforeAll
  static void makeCertificates(@TempDir Path directory) throws Exception {
    serverCertificate = TestCertificates.make(directory, "server");
    stranger = TestCertificates.make(directory, "stranger");
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.shutdownNow();
    }
  }

  @Test
  void aClosedPort() throws IOException {
    String target = "127.0.0.1:" + closedPort();

    tells(target, PdpClientBuilder::plaintext, "the connection was refused", "running");
    tells(
        target,
        builder -> builder.trust(serverCertificate.certificate()),
        "the connection was refused");
  }

  @Test
  void aClosedPortWhileOneWaitsForThePdp() throws IOException {
    String target = "127.0.0.1:" + closedPort();
    try (PdpClient client = PdpClient.builder(target).plaintext().build()) {
      assertThatExceptionOfType(PdpException.class)
          .isThrownBy(() -> client.awaitReady(Duration.ofSeconds(2)))
          .withMessageContaining("the connection was refused");
    }
  }

  @Test
  void aPdpThatStartsWhileOneWaitsForIt() throws Exception {
    int port = closedPort();
    try (PdpClient client = PdpClient.builder("127.0.0.1:" + port).plaintext().build()) {
      assertThatExceptionOfType(PdpException.class).isThrownBy(() -> client.isAllowed(QUESTION));
      pdp.answersBatch();
      start("127.0.0.1", port, InsecureServerCredentials.create());

      client.awaitReady(FOREVER);
    }
  }

  @Test
  void aNameWithoutAnAddress() {
    tells("no-such-host.invalid:7070", PdpClientBuilder::plaintext, "the name has no address");
  }

  @Test
  void aTlsServerAskedInPlaintext() throws IOException {
    start("127.0.0.1", 0, tls());

    tells(target(), PdpClientBuilder::plaintext, "TLS");
  }

  @Test
  void aPlaintextServerAskedWithTls() throws IOException {
    start("127.0.0.1", 0, InsecureServerCredentials.create());

    tells(
        target(),
        builder -> builder.trust(serverCertificate.certificate()),
        "it does not speak TLS",
        "`plaintext()`");
  }

  @Test
  void aCertificateThatIsNotTrusted() throws IOException {
    start("127.0.0.1", 0, tls());

    tells(
        target(),
        builder -> builder.trust(stranger.certificate()),
        "its certificate is not trusted",
        "`trust(..)`");
    tells(target(), builder -> builder, "its certificate is not trusted");
  }

  @Test
  void aCertificateOfAnotherName() throws IOException {
    start("127.0.0.2", 0, tls());

    tells(
        "127.0.0.2:" + server.getPort(),
        builder -> builder.trust(serverCertificate.certificate()),
        "its certificate is for another name");
  }

  @Test
  void aServerThatWantsACertificateOfTheClient() throws IOException {
    start(
        "127.0.0.1",
        0,
        TlsServerCredentials.newBuilder()
            .keyManager(serverCertificate.certificate().toFile(), serverCertificate.key().toFile())
            .trustManager(stranger.certificate().toFile())
            .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
            .build());

    tells(
        target(),
        builder -> builder.trust(serverCertificate.certificate()),
        "`clientCertificate(..)`");
  }

  @Test
  void anHttpServer() throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.start();
    try {
      tells(
          "127.0.0.1:" + http.getAddress().getPort(),
          PdpClientBuilder::plaintext,
          "an HTTP/1 server answered",
          "gRPC port");
    } finally {
      http.stop(0);
    }
  }

  @Test
  void somethingThatBreaksTheConnectionOff() throws Exception {
    try (ServerSocket resetting = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      var accepting =
          new Thread(
              () -> {
                try {
                  while (true) {
                    Socket connection = resetting.accept();
                    connection.getInputStream().readNBytes("PRI * HTTP/2.0".length());
                    connection.setSoLinger(true, 0);
                    connection.close();
                  }
                } catch (IOException closed) {
                  // the test is over
                }
              });
      accepting.setDaemon(true);
      accepting.start();

      tells(
          "127.0.0.1:" + resetting.getLocalPort(),
          PdpClientBuilder::plaintext,
          "is this the gRPC port",
          "TLS");
    }
  }

  @Test
  void somethingThatSaysNothing() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        PdpClient client =
            PdpClient.builder("127.0.0.1:" + silent.getLocalPort())
                .plaintext()
                .deadline(Duration.ofMillis(500))
                .build()) {
      assertThatExceptionOfType(PdpException.class)
          .isThrownBy(() -> client.isAllowed(QUESTION))
          .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.PDP_TOO_SLOW))
          .withMessageStartingWith("there was no connection to the PDP at `127.0.0.1:")
          .withMessageContaining("within 500 ms");
    }
  }

  private static void tells(
      String target, UnaryOperator<PdpClientBuilder> settings, String... words) {
    try (PdpClient throwing = client(target, settings, FailureMode.THROW);
        PdpClient denying = client(target, settings, FailureMode.DENY)) {
      String message =
          assertThatExceptionOfType(PdpException.class)
              .isThrownBy(() -> throwing.isAllowed(QUESTION))
              .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.PDP_UNAVAILABLE))
              .actual()
              .getMessage();
      assertThat(message)
          .startsWith("cannot reach the PDP at `" + target + "`: ")
          .contains(words)
          .doesNotContain("netty", "Exception", "\n");

      for (Decision decision :
          new Decision[] {denying.evaluate(QUESTION), denying.evaluateAsync(QUESTION).join()}) {
        assertThat(decision.permitted()).isFalse();
        assertThat(decision.reason().code()).isEqualTo("pdp_unavailable");
        assertThat(decision.reason().message()).contains(words);
      }
    }
  }

  private static PdpClient client(
      String target, UnaryOperator<PdpClientBuilder> settings, FailureMode mode) {
    return settings.apply(PdpClient.builder(target).deadline(FOREVER).onFailure(mode)).build();
  }

  private static ServerCredentials tls() throws IOException {
    return TlsServerCredentials.create(
        serverCertificate.certificate().toFile(), serverCertificate.key().toFile());
  }

  private void start(String host, int port, ServerCredentials credentials) throws IOException {
    pdp.answers(permit());
    server =
        NettyServerBuilder.forAddress(
                new InetSocketAddress(InetAddress.getByName(host), port), credentials)
            .addService(pdp.service())
            .build()
            .start();
  }

  private String target() {
    return "127.0.0.1:" + server.getPort();
  }

  private static int closedPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return taken.getLocalPort();
    }
  }
}
