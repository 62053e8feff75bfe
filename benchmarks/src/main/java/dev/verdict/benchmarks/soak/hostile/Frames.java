package dev.verdict.benchmarks.soak.hostile;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** HTTP/2 frames, written by hand: a library would not write these. */
final class Frames {

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int CONTINUATION = 9;

  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  private static final int CANCEL = 8;
  private static final int PING_BYTES = 8;
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final String EVALUATE = "/verdict.v1.DecisionService/Evaluate";

  private final ByteBuf bytes = Unpooled.buffer();

  /** Begins a connection: the preface and empty settings. */
  static Frames connection() {
    var frames = new Frames();
    frames.bytes.writeCharSequence(PREFACE, StandardCharsets.US_ASCII);
    return frames.settings();
  }

  Frames settings() {
    return frame(SETTINGS, 0, 0, Unpooled.EMPTY_BUFFER);
  }

  Frames ping() {
    return frame(PING, 0, 0, Unpooled.wrappedBuffer(new byte[PING_BYTES]));
  }

  /** Opens a call. */
  Frames call(int stream, Fields fields) {
    return frame(HEADERS, END_HEADERS, stream, fields.bytes());
  }

  /** Ends a call that is under way. */
  Frames cancel(int stream) {
    return frame(RST_STREAM, 0, stream, Unpooled.buffer().writeInt(CANCEL));
  }

  Frames frame(int type, int flags, int stream, ByteBuf payload) {
    bytes.writeMedium(payload.readableBytes()).writeByte(type).writeByte(flags).writeInt(stream);
    bytes.writeBytes(payload);
    payload.release();
    return this;
  }

  ByteBuf bytes() {
    return bytes;
  }

  /** Header fields, as literals that no table holds (RFC 7541 §6.2.2). */
  static final class Fields {

    private static final int LONG = 127;

    private final ByteBuf bytes = Unpooled.buffer();

    /** Those of a call to Evaluate. */
    static Fields ofEvaluate() {
      return new Fields()
          .add(":method", "POST")
          .add(":scheme", "http")
          .add(":path", EVALUATE)
          .add(":authority", "pdp")
          .add("te", "trailers")
          .add("content-type", "application/grpc");
    }

    Fields add(String name, String value) {
      bytes.writeByte(0);
      return text(name).text(value);
    }

    private Fields text(String text) {
      int length = text.length();
      if (length < LONG) {
        bytes.writeByte(length);
      } else {
        bytes.writeByte(LONG);
        int rest = length - LONG;
        for (; rest >= 128; rest >>= 7) {
          bytes.writeByte((rest & 127) | 128);
        }
        bytes.writeByte(rest);
      }
      bytes.writeCharSequence(text, StandardCharsets.US_ASCII);
      return this;
    }

    ByteBuf bytes() {
      return bytes;
    }
  }
}
