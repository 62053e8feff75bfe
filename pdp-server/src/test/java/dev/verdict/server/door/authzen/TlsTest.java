package dev.verdict.server.door.authzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.policy.limit.Limits;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.door.question.FakeIdentityGate;
import dev.verdict.server.doors.SelfSignedCertificate;
import dev.verdict.server.transport.HostRule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  @TempDir Path folder;
  private SelfSignedCertificate certificate;
  private HttpDoor door;

  @BeforeEach
  void open() throws Exception {
    certificate = SelfSignedCertificate.in(folder);
    door =
        HttpDoor.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Optional.of(certificate.configuration()),
            new FakeDecisionService(),
            new FakeIdentityGate(),
            Clock.systemUTC(),
            Optional.empty(),
            Limits.STANDARD,
            ServerConfiguration.DEFAULT_CALL_TIMEOUT,
            HostRule.ANY,
            new Connections(ConnectionLimits.DEFAULT, System::nanoTime, (listener, cause) -> {}),
            kind -> {});
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void aCallerThatTrustsTheCertificateIsAnswered() throws Exception {
    HttpResponse<String> response = get("https");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    assertThat(response.body())
        .startsWith("{\"policy_decision_point\":\"https://127.0.0.1:" + door.address().getPort());
  }

  @Test
  void nothingIsAnsweredInTheClear() {
    assertThatThrownBy(() -> get("http")).isInstanceOf(IOException.class);
  }

  private HttpResponse<String> get(String scheme) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificate.keys());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    URI url =
        URI.create(
            scheme
                + "://127.0.0.1:"
                + door.address().getPort()
                + "/.well-known/authzen-configuration");
    return HttpClient.newBuilder()
        .sslContext(context)
        .build()
        .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
  }
}
