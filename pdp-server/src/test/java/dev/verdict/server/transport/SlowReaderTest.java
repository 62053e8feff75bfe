package dev.verdict.server.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.Listener;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Those who read their answers slowly, or not at all. */
@Timeout(60)
class SlowReaderTest {

  /** More than the buffers of two sockets take. */
  private static final int LARGE = 12 << 20;

  private static final int SHORT = 60_000;

  private static final ConnectionLimits LIMITS =
      new ConnectionLimits(
          100, 100, Duration.ofSeconds(15), Duration.ofMinutes(5), 1, LARGE + LARGE / 2);

  private final AtomicLong skipped = new AtomicLong();
  private final List<String> ended = new CopyOnWriteArrayList<>();
  private final Connections connections =
      new Connections(LIMITS, this::now, (listener, cause) -> ended.add(cause.name()));
  private final List<Socket> sockets = new ArrayList<>();
  private HttpListener server;

  @BeforeEach
  void open() throws IOException {
    server =
        HttpListener.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Optional.empty(),
            port -> new Endpoints(Map.of("/large", new Text(LARGE), "/short", new Text(SHORT))),
            HostRule.ANY,
            connections,
            kind -> {},
            this::now);
  }

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.close();
  }

  @Test
  void whoReadsNothingOfALargeAnswerIsClosed() throws IOException {
    Socket reader = ask("/large");
    await(() -> held() == LARGE);
    skip(31);
    awaitCut(reader);

    assertThat(ended).containsExactly("ANSWER_NOT_TAKEN");
    await(() -> held() == 0);
  }

  @Test
  void whoReadsAllOfItInTimeGetsAllOfIt() throws IOException {
    Socket idle = connect();
    Socket reader = ask("/large");
    byte[] half = reader.getInputStream().readNBytes(LARGE / 2);
    skip(20);
    // is over its time, so the deadlines were looked at since
    assertThat(idle.getInputStream().read()).isNegative();

    assertThat(half.length + readAll(reader)).isBetween(LARGE, LARGE + 1_000);
    await(() -> held() == 0);
  }

  @Test
  void whoReadsNoneOfManyShortAnswersIsClosed() throws IOException {
    Socket reader = connect();
    request(reader, "/short", 400);
    await(() -> connections.count(Listener.HTTP) == 1);
    await(
        () -> {
          skip(1);
          return connections.count(Listener.HTTP) == 0;
        });
    awaitCut(reader);

    assertThat(ended).containsExactly("ANSWER_NOT_TAKEN");
  }

  @Test
  void anAnswerIsLetGoWithTheConnectionOfItsReader() throws IOException {
    Socket reader = ask("/large");
    await(() -> held() == LARGE);

    reader.close();

    await(() -> held() == 0);
  }

  @Test
  void moreThanFitsMayNotWaitAndShortAnswersStillGo() throws IOException {
    Socket reader = ask("/large");
    await(() -> held() == LARGE);

    assertThat(status(ask("/large"))).isEqualTo("HTTP/1.1 503");
    assertThat(status(ask("/short"))).isEqualTo("HTTP/1.1 200");
    readAll(reader);
    await(() -> held() == 0);
    assertThat(readAll(ask("/large"))).isGreaterThan(LARGE);
  }

  @Test
  void whoHasToGiveWayDoesSoWithoutReading() throws IOException {
    Socket reader = connect();
    reader.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII));
    assertThat(status(reader)).isEqualTo("HTTP/1.1 404");
    request(reader, "/large", 1);
    await(() -> held() == LARGE);
    skip(16);
    connections.sweep();

    awaitCut(reader);
    assertThat(ended).containsExactly("UNPROVEN_TOO_LONG");
  }

  @Test
  void theServerStopsAlthoughSomebodyDoesNotRead() throws IOException {
    Socket reader = ask("/large");
    await(() -> held() == LARGE);

    server.close();

    awaitCut(reader);
    assertThat(connections.count(Listener.HTTP)).isZero();
    assertThat(held()).isZero();
  }

  private long held() {
    return connections.answers().bytes().held();
  }

  private long now() {
    return System.nanoTime() + skipped.get();
  }

  private void skip(int seconds) {
    skipped.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  private Socket ask(String path) throws IOException {
    Socket socket = connect();
    request(socket, path, 1);
    return socket;
  }

  private Socket connect() throws IOException {
    Socket socket = SocketChannel.open().socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(16 << 10);
    socket.connect(server.address());
    return socket;
  }

  private static void request(Socket socket, String path, int times) throws IOException {
    String head = "GET " + path + " HTTP/1.1\r\nHost: a\r\n";
    String last = head + "Connection: close\r\n\r\n";
    socket.getOutputStream().write(((head + "\r\n").repeat(times - 1) + last).getBytes(US_ASCII));
  }

  private static String status(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(12), US_ASCII);
  }

  /** How much comes until the end. */
  private static int readAll(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    int length = 0;
    try {
      byte[] some = in.readNBytes(1 << 16);
      while (some.length > 0) {
        length += some.length;
        some = in.readNBytes(1 << 16);
      }
    } catch (SocketException reset) {
      // the end too
    }
    return length;
  }

  /**
   * Without a look at what came: a line end more, which says nothing, is refused by the network.
   */
  private static void awaitCut(Socket socket) throws IOException {
    SocketChannel channel = socket.getChannel();
    channel.configureBlocking(false);
    await(
        () -> {
          try {
            channel.write(ByteBuffer.wrap("\r\n".getBytes(US_ASCII)));
            return false;
          } catch (IOException reset) {
            return true;
          }
        });
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      assertThat(Thread.interrupted()).as("in time").isFalse();
      Thread.onSpinWait();
    }
  }

  private record Text(String body) implements Endpoint {

    private Text(int length) {
      this("x".repeat(length));
    }

    @Override
    public Set<String> methods() {
      return Set.of("GET");
    }

    @Override
    public void answer(Call call, Responder responder) {
      responder.answer(Answer.ok(body.getBytes(US_ASCII)));
    }
  }
}
