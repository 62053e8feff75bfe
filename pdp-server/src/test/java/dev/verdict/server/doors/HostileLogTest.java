package dev.verdict.server.doors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.ServerProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What strangers send does not come into the log, and they cannot fill it. */
@Tag("slow")
@Timeout(240)
class HostileLogTest {

  private static final String SECRET = "s3cr3t-of-somebody";
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final String EMPTY_SETTINGS = "\0\0\0\4\0\0\0\0\0";

  private static final String CLIENT_HELLO = "\26\3\1\0\140\1\0\0\134\3\3" + SECRET;

  /** A call to a method that nobody has, with a window update by nothing. */
  private static final String BROKEN_STREAM =
      "\0\0\52\1\4\0\0\0\1\u0083\u0086\4\23/"
          + SECRET
          + "\17\20\20application/grpc"
          + "\0\0\4\10\0\0\0\0\1\0\0\0\0";

  private static final List<String> SHAPES =
      List.of(
          "GET /cb?access_token=" + SECRET + " HTTP/1.1\r\nHost: a\r\n\r\n",
          "POST / HTTP/1.1\r\nAuthorization: Bearer " + SECRET + "\r\nContent-Length: 99\r\n\r\nx",
          SECRET.repeat(50),
          "\u00ff\u0000\n event=forged " + SECRET,
          "PRI * HTTP/2.0\r\n\r\nXX" + SECRET,
          PREFACE + SECRET.repeat(20),
          PREFACE + EMPTY_SETTINGS + "\0\0\22\1\4\0\0\0\1" + SECRET,
          PREFACE + EMPTY_SETTINGS + "\0\0\22\0\0\0\0\0\2" + SECRET,
          PREFACE + EMPTY_SETTINGS + "\0\0\22\7\0\0\0\0\0" + SECRET,
          PREFACE + EMPTY_SETTINGS + BROKEN_STREAM,
          CLIENT_HELLO,
          "\26\3\3\0\5" + SECRET,
          "\26\3\1\377\377" + SECRET.repeat(9));

  private static final Random RESETS = new Random(42);

  @TempDir private Path folder;

  @Test
  void nothingOfBrokenConnectionsIsLogged() throws Exception {
    try (var server = ServerProcess.start("../policies-examples/invoicing")) {
      attack(server);
    }
  }

  @Test
  void nothingOfBrokenHandshakesIsLogged() throws Exception {
    var certificate = SelfSignedCertificate.in(folder);
    Path file = folder.resolve("server.yaml");
    Files.writeString(
        file,
        """
        tls: { certificate: %s, key: %s }
        """
            .formatted(certificate.certificate(), certificate.configuration().key()));
    try (var server =
        ServerProcess.start("../policies-examples/invoicing", "--config", file.toString())) {
      attack(server);
    }
  }

  private static void attack(ServerProcess server) throws Exception {
    for (int i = 0; i < 20; i++) {
      for (String shape : SHAPES) {
        send(server.grpc(), shape);
        send(server.http(), shape);
        send(server.admin(), shape);
      }
    }
    server.signal("TERM");

    assertThat(server.awaitEnd()).isZero();
    assertThat(server.log()).doesNotContain(SECRET).doesNotContain("access_token");
    assertThat(server.log().lines()).hasSizeLessThan(10);
  }

  /** Half of the connections end by a reset, in the middle of what they send. */
  private static void send(InetSocketAddress address, String bytes) {
    try (var socket = new Socket(address.getAddress(), address.getPort())) {
      if (RESETS.nextBoolean()) {
        socket.setSoLinger(true, 0);
      }
      socket.setSoTimeout(20);
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      socket.getInputStream().readNBytes(100);
    } catch (IOException ended) {
      // the server had enough, or waits for more
    }
  }
}
