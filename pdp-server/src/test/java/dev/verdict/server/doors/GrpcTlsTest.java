package dev.verdict.server.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.client.PdpClient;
import dev.verdict.client.PdpClientBuilder;
import dev.verdict.client.PdpException;
import dev.verdict.client.Resource;
import dev.verdict.client.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SDK asks over TLS, and only whom it trusts. */
class GrpcTlsTest {

  @TempDir private Path folder;
  private TlsServer tls;

  @BeforeEach
  void start() throws Exception {
    tls = TlsServer.in(folder);
  }

  @AfterEach
  void close() {
    tls.close();
  }

  @Test
  void aClientThatTrustsTheCertificateGetsItsDecision() {
    try (PdpClient client = client().trust(tls.certificate.certificate()).build()) {
      assertThat(reads(client)).isTrue();
    }
  }

  @Test
  void aClientThatTrustsAnotherCertificateAsksNothing() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path trusted = SelfSignedCertificate.in(other).certificate();
    try (PdpClient client = client().trust(trusted).build()) {
      assertThatThrownBy(() -> reads(client)).isInstanceOf(PdpException.class);
    }
  }

  @Test
  void aClientWithoutTlsGetsNoDecision() {
    try (PdpClient client = client().plaintext().build()) {
      assertThatThrownBy(() -> reads(client)).isInstanceOf(PdpException.class);
    }
  }

  private PdpClientBuilder client() {
    return PdpClient.builder("127.0.0.1:" + tls.server.grpcAddress().getPort())
        .deadline(Duration.ofSeconds(10));
  }

  private static boolean reads(PdpClient client) {
    return client.isAllowed(
        Subject.of("user", "bob").with("tenant", "acme").with("roles", List.of("accountant")),
        "read",
        Resource.of("invoice", "i-1").with("tenant", "acme"));
  }
}
