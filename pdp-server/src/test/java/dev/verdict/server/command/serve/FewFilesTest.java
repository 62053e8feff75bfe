package dev.verdict.server.command.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.ServerProcess;
import dev.verdict.server.command.SmallRepository;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that may open few files, and callers who open more connections than that. */
@Tag("slow")
@Timeout(240)
class FewFilesTest {

  private static final int FILES = 800;

  /** For all that is no connection to a door: see {@code docs/operations.md}. */
  private static final int RESERVE = 448;

  private static final int MAX_WAIT_MILLISECONDS = 20_000;

  /** No question, but read as one: so its connection does not give way. */
  private static final String CALL =
      "POST /access/v1/evaluation HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Content-Length: 2\r\n\r\n{}";

  private final List<Socket> sockets = new ArrayList<>();

  @TempDir private Path folder;

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void theAdminPortAnswersWhileAllConnectionsAreTaken() throws Exception {
    var repository = SmallRepository.in(Files.createDirectory(folder.resolve("policies")));
    try (var server = ServerProcess.startWithFiles(FILES, repository.folder(), "--poll", "10m")) {
      int taken = 0;
      while (taken < FILES && send(connect(server.http()), CALL).startsWith("HTTP/1.1 400")) {
        taken++;
      }
      for (int i = 0; i < FILES; i++) {
        connect(i % 2 == 0 ? server.grpc() : server.http());
        connect(server.admin());
      }

      assertThat(taken).isBetween(200, FILES - RESERVE);
      assertThat(send(connect(server.http()), CALL)).isEmpty();
      for (int i = 0; i < 20; i++) {
        assertThat(get(server, "/healthz")).startsWith("HTTP/1.1 200").endsWith("ok\n");
      }
      assertThat(get(server, "/metrics"))
          .contains("verdict_connections_ended_total{cause=\"full\",listener=\"http\"}");
    }
  }

  private Socket connect(InetSocketAddress address) throws IOException {
    var socket = new Socket();
    sockets.add(socket);
    socket.setSoTimeout(MAX_WAIT_MILLISECONDS);
    socket.connect(address, MAX_WAIT_MILLISECONDS);
    return socket;
  }

  /** The first line of the answer; empty where the connection ends before. */
  private static String send(Socket socket, String request) {
    try {
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readNBytes(12), US_ASCII);
    } catch (IOException reset) {
      return "";
    }
  }

  private String get(ServerProcess server, String path) throws IOException {
    Socket socket = connect(server.admin());
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(US_ASCII));
    return new String(socket.getInputStream().readAllBytes(), US_ASCII);
  }
}
