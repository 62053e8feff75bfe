package dev.verdict.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.server.configuration.TlsConfiguration;
import dev.verdict.server.metrics.ServerMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  private static final String PASSWORD = "only-for-this-test";

  @TempDir Path folder;
  private KeyStore keys;
  private HttpDoor door;
  private final ServerMetrics metrics = new ServerMetrics(Clock.systemUTC());

  @BeforeEach
  void open() throws Exception {
    keys = selfSigned(folder.resolve("keys.p12"));
    var tls =
        new TlsConfiguration(
            pem("CERTIFICATE", keys.getCertificate("pdp").getEncoded()),
            pem("PRIVATE KEY", keys.getKey("pdp", PASSWORD.toCharArray()).getEncoded()));
    door =
        HttpDoor.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Optional.of(tls),
            new FakeDecisionService(),
            new FakeIdentityGate(),
            Clock.systemUTC(),
            Optional.empty(),
            metrics);
  }

  @AfterEach
  void close() {
    door.close();
    metrics.close();
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
    trust.init(keys);
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

  /** Made by the JDK's own tool, so that no key lies in the repository. */
  private static KeyStore selfSigned(Path store) throws Exception {
    var command =
        new ArrayList<String>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(
        List.of(
            "-genkeypair -alias pdp -keyalg EC -groupname secp256r1 -dname CN=pdp -validity 2 -ext"
                .split(" ", -1)));
    command.addAll(List.of("san=ip:127.0.0.1", "-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", store.toString()));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(output).isZero();
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      return keys;
    }
  }

  private Path pem(String label, byte[] content) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        folder.resolve(label + ".pem"),
        "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
  }
}
