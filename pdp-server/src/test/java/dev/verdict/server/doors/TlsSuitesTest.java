package dev.verdict.server.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.server.configuration.TlsConfiguration;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which handshakes the doors take: those with forward secrecy and authenticated encryption. */
@Timeout(60)
class TlsSuitesTest {

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
  void authenticatedEncryptionWithForwardSecrecyIsTaken() throws Exception {
    for (InetSocketAddress door : doors()) {
      assertThat(handshake(door, "TLSv1.3", "TLS_AES_128_GCM_SHA256")).startsWith("TLS_AES");
      assertThat(handshake(door, "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"))
          .startsWith("TLS_ECDHE");
    }
  }

  @Test
  void cipherBlockChainingAndRsaKeyExchangeAreNot() {
    for (InetSocketAddress door : doors()) {
      for (String suite :
          List.of(
              "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
              "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
              "TLS_RSA_WITH_AES_128_GCM_SHA256")) {
        assertThatThrownBy(() -> handshake(door, "TLSv1.2", suite))
            .isInstanceOf(SSLException.class);
      }
    }
  }

  @Test
  void aKeyOfAnotherCertificateIsFoundBeforeThePoliciesAreLoaded() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    var mixed =
        new TlsConfiguration(
            tls.certificate.certificate(), SelfSignedCertificate.in(other).configuration().key());

    assertThatThrownBy(() -> RunningServer.of(folder.resolve("no-policies"), mixed))
        .hasMessageContaining("`tls.key`")
        .hasMessageContaining("is not the key of");
  }

  private List<InetSocketAddress> doors() {
    return Stream.of(tls.server.grpcAddress(), tls.server.httpAddress()).toList();
  }

  private String handshake(InetSocketAddress door, String version, String suite) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(tls.certificate.keys());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    try (var socket =
        (SSLSocket) context.getSocketFactory().createSocket(door.getAddress(), door.getPort())) {
      var parameters = socket.getSSLParameters();
      parameters.setProtocols(new String[] {version});
      parameters.setCipherSuites(new String[] {suite});
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket.getSession().getCipherSuite();
    }
  }
}
