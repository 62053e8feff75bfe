package dev.verdict.server.door.authzen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;

/** A connection that sends whatever bytes it is told to. */
final class RawConnection implements AutoCloseable {

  private static final int MAX_WAIT_MILLISECONDS = 20_000;

  private final Socket socket = new Socket();
  private final InputStream in;

  RawConnection(InetSocketAddress address) throws IOException {
    socket.connect(address, MAX_WAIT_MILLISECONDS);
    socket.setSoTimeout(MAX_WAIT_MILLISECONDS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  RawConnection send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** The same for another thread. */
  void sendOrFail(String text) {
    try {
      send(text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Head and body of the next answer. */
  String receive() throws IOException {
    String head = readHead();
    return head + new String(in.readNBytes(length(head)), ISO_8859_1);
  }

  /** Whether the other side has closed; waits until it does or sends something. */
  boolean isAtEnd() throws IOException {
    return in.read() < 0;
  }

  private String readHead() throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection ended after: " + head);
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static int length(String head) {
    return head.toLowerCase(Locale.ROOT)
        .lines()
        .filter(line -> line.startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
        .sum();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
