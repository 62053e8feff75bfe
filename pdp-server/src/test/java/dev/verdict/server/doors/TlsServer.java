package dev.verdict.server.doors;

import dev.verdict.server.wiring.VerdictServer;
import java.nio.file.Path;

/** A whole server that speaks TLS, with the policies of the example {@code invoicing}. */
final class TlsServer implements AutoCloseable {

  final SelfSignedCertificate certificate;
  final VerdictServer server;

  private TlsServer(SelfSignedCertificate certificate) throws Exception {
    this.certificate = certificate;
    this.server =
        RunningServer.of(
            Path.of("..", "policies-examples", "invoicing"), certificate.configuration());
  }

  /** With a certificate that is made in that folder. */
  static TlsServer in(Path folder) throws Exception {
    return new TlsServer(SelfSignedCertificate.in(folder));
  }

  @Override
  public void close() {
    server.close();
  }
}
