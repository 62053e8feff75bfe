package dev.verdict.client;

import static dev.verdict.client.Answers.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.verdict.client.PdpException.Kind;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real socket: with TLS, without it, and with nobody at the other end. */
final class NetworkTest {

  private static final AccessRequest QUESTION =
      AccessRequest.of(Subject.of("user", "alice"), "read", Resource.of("invoice", "1"));
  private static final Duration FOREVER = Duration.ofMinutes(5);

  private static TestCertificates serverCertificate;
  private static TestCertificates clientCertificate;
  private static TestCertificates stranger;

  private final FakePdp pdp = new FakePdp();
  private Server server;

  @BeforeAll
  static void makeCertificates(@TempDir Path directory) throws Exception {
    serverCertificate = TestCertificates.make(directory, "server");
    clientCertificate = TestCertificates.make(directory, "client");
    stranger = TestCertificates.make(directory, "stranger");
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.shutdownNow();
    }
  }

  @Test
  void withoutTlsWhereToldSo() throws IOException {
    start(InsecureServerCredentials.create());

    assertThat(isAllowed(builder -> builder.plaintext())).isTrue();
  }

  @Test
  void withTlsToAServerThatIsTrusted() throws IOException {
    start(tls().build());

    assertThat(isAllowed(builder -> builder.trust(serverCertificate.certificate()))).isTrue();
  }

  @Test
  void notToAServerThatIsNotTrusted() throws IOException {
    start(tls().build());

    fails(builder -> builder.trust(stranger.certificate()));
    fails(builder -> builder);
  }

  @Test
  void tlsIsNotDroppedForAServerWithoutIt() throws IOException {
    start(InsecureServerCredentials.create());

    fails(builder -> builder.trust(serverCertificate.certificate()));
    assertThat(pdp.asked).isEmpty();
  }

  @Test
  void theClientShowsItsCertificate() throws IOException {
    start(
        tls()
            .trustManager(clientCertificate.certificate().toFile())
            .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
            .build());

    assertThat(
            isAllowed(
                builder ->
                    builder
                        .trust(serverCertificate.certificate())
                        .clientCertificate(
                            clientCertificate.certificate(), clientCertificate.key())))
        .isTrue();
    fails(builder -> builder.trust(serverCertificate.certificate()));
  }

  @Test
  void aPdpThatIsDownIsUnavailable() throws IOException {
    start(InsecureServerCredentials.create());
    String target = target();
    server.shutdownNow();

    try (PdpClient client =
        PdpClient.builder(target).plaintext().deadline(Duration.ofSeconds(30)).build()) {
      assertThatExceptionOfType(PdpException.class)
          .isThrownBy(() -> client.isAllowed(QUESTION))
          .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.PDP_UNAVAILABLE));
    }
    try (PdpClient client =
        PdpClient.builder(target)
            .plaintext()
            .deadline(Duration.ofSeconds(30))
            .onFailure(FailureMode.DENY)
            .build()) {
      assertThat(client.evaluate(QUESTION).reason().code()).isEqualTo("pdp_unavailable");
    }
  }

  @Test
  void settingsThatContradictEachOtherAreRefused() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                PdpClient.builder("127.0.0.1:1")
                    .plaintext()
                    .trust(serverCertificate.certificate())
                    .build());
  }

  @Test
  void aPemFileThatCannotBeReadIsAnError() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(
            () -> PdpClient.builder("127.0.0.1:1").trust(Path.of("no-such-file.pem")).build());
  }

  private static TlsServerCredentials.Builder tls() throws IOException {
    return TlsServerCredentials.newBuilder()
        .keyManager(serverCertificate.certificate().toFile(), serverCertificate.key().toFile());
  }

  private void start(ServerCredentials credentials) throws IOException {
    pdp.answers(permit());
    server =
        NettyServerBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), credentials)
            .addService(pdp.service())
            .build()
            .start();
  }

  private String target() {
    return "127.0.0.1:" + server.getPort();
  }

  private boolean isAllowed(UnaryOperator<PdpClientBuilder> settings) {
    try (PdpClient client = settings.apply(PdpClient.builder(target()).deadline(FOREVER)).build()) {
      return client.isAllowed(QUESTION);
    }
  }

  private void fails(UnaryOperator<PdpClientBuilder> settings) {
    assertThatExceptionOfType(PdpException.class).isThrownBy(() -> isAllowed(settings));
  }
}
