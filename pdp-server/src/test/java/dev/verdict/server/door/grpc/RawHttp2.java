package dev.verdict.server.door.grpc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;

/** An HTTP/2 connection that sends whatever frames it is told to (RFC 9113 §4 and §6). */
final class RawHttp2 implements AutoCloseable {

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GO_AWAY = 7;

  static final int ACK = 1;
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  static final int CANCEL = 8;
  static final int REFUSED_STREAM = 7;
  static final int ENHANCE_YOUR_CALM = 11;

  private static final int MAX_FRAME = 16_384;
  private static final int MAX_WAIT_MILLISECONDS = 20_000;

  private final Socket socket = new Socket();
  private final DataInputStream in;

  /** Says that it speaks HTTP/2, and does not acknowledge what the server says. */
  RawHttp2(InetSocketAddress address) throws IOException {
    socket.connect(address, MAX_WAIT_MILLISECONDS);
    socket.setSoTimeout(MAX_WAIT_MILLISECONDS);
    in = new DataInputStream(socket.getInputStream());
    socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
    send(SETTINGS, 0, 0);
  }

  RawHttp2 send(int type, int flags, int stream, byte... payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
    frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
    frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
    socket.getOutputStream().write(frame.array());
    return this;
  }

  /** Begins a call to a method of gRPC; its message is still to come. */
  RawHttp2 call(int stream, String method) throws IOException {
    var headers = new ByteArrayOutputStream();
    literal(headers, ":method", "POST");
    literal(headers, ":scheme", "http");
    literal(headers, ":path", "/" + method);
    literal(headers, ":authority", "a");
    literal(headers, "te", "trailers");
    literal(headers, "content-type", "application/grpc");
    return send(HEADERS, END_HEADERS, stream, headers.toByteArray());
  }

  /** The whole message of a call. */
  RawHttp2 message(int stream, byte[] message) throws IOException {
    ByteBuffer framed = ByteBuffer.allocate(5 + message.length);
    framed.put((byte) 0).putInt(message.length).put(message);
    return send(DATA, END_STREAM, stream, framed.array());
  }

  /** The beginning of a message that is longer. */
  RawHttp2 beginning(int stream, int length, int sent) throws IOException {
    send(DATA, 0, stream, ByteBuffer.allocate(5).put((byte) 0).putInt(length).array());
    for (int left = sent; left > 0; left -= MAX_FRAME) {
      send(DATA, 0, stream, new byte[Math.min(left, MAX_FRAME)]);
    }
    return this;
  }

  RawHttp2 reset(int stream) throws IOException {
    return send(RST_STREAM, 0, stream, code(CANCEL));
  }

  /** The next frame of that type; skips others, and acknowledges nothing. */
  Frame await(int type) throws IOException {
    Frame frame = next();
    while (frame.type() != type) {
      frame = next();
    }
    return frame;
  }

  private Frame next() throws IOException {
    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    in.skipNBytes(1);
    int stream = in.readInt();
    ByteBuffer payload = ByteBuffer.wrap(in.readNBytes(length));
    return new Frame(type, stream, code(type, payload));
  }

  /** Returns once the other side has closed; drops what it still sent. */
  void awaitEnd() throws IOException {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (SocketException reset) {
      // the end too
    }
  }

  /** One header without compression (RFC 7541 §6.2.2); both texts are short. */
  private static void literal(ByteArrayOutputStream to, String name, String value) {
    to.write(0);
    to.write(name.length());
    to.writeBytes(name.getBytes(US_ASCII));
    to.write(value.length());
    to.writeBytes(value.getBytes(US_ASCII));
  }

  private static byte[] code(int code) {
    return ByteBuffer.allocate(4).putInt(code).array();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static int code(int type, ByteBuffer payload) {
    return switch (type) {
      case RST_STREAM -> payload.getInt(0);
      case GO_AWAY -> payload.getInt(4);
      default -> 0;
    };
  }

  /**
   * What came.
   *
   * @param code why a stream is reset, or everything ends; else 0
   */
  record Frame(int type, int stream, int code) {}
}
