package dev.verdict.benchmarks.soak.hostile;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;

/** Reads the HTTP/2 frames of a server: how calls end, and why connections do (RFC 9113 §6). */
final class FrameReader {

  private static final int HEADER_BYTES = 9;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int GOAWAY = 7;

  private final Told told;
  private final ByteBuf unread = Unpooled.buffer();
  private final DefaultHttp2HeadersDecoder headers = new DefaultHttp2HeadersDecoder(false);
  private boolean answers;

  FrameReader(Told told) {
    this.told = told;
  }

  /** Whether anything was heard that ends a call or the connection. */
  boolean hasAnswers() {
    return answers;
  }

  void read(ByteBuf bytes) {
    unread.writeBytes(bytes);
    while (unread.readableBytes() >= HEADER_BYTES) {
      int length = unread.getUnsignedMedium(unread.readerIndex());
      if (unread.readableBytes() < HEADER_BYTES + length) {
        break;
      }
      int type = unread.getUnsignedByte(unread.readerIndex() + 3);
      int stream = unread.getInt(unread.readerIndex() + 5);
      unread.skipBytes(HEADER_BYTES);
      frame(type, stream, unread.readSlice(length));
    }
    unread.discardReadBytes();
  }

  private void frame(int type, int stream, ByteBuf payload) {
    switch (type) {
      case HEADERS -> headers(stream, payload);
      case RST_STREAM -> hear("RST_STREAM " + error(payload.readInt()));
      case GOAWAY -> hear("GOAWAY " + error(payload.skipBytes(Integer.BYTES).readInt()));
      default -> {
        // settings, pings, windows and data say nothing about the end
      }
    }
  }

  private void headers(int stream, ByteBuf payload) {
    try {
      Http2Headers decoded = headers.decodeHeaders(stream, payload);
      CharSequence status = decoded.get("grpc-status");
      if (status != null) {
        hear("gRPC " + io.grpc.Status.fromCodeValue(Integer.parseInt(status.toString())).getCode());
      }
    } catch (Http2Exception notUnderstood) {
      hear("unreadable headers");
    }
  }

  private void hear(String reply) {
    answers = true;
    told.hear(reply);
  }

  private static String error(int code) {
    Http2Error error = Http2Error.valueOf(code);
    return error == null ? Integer.toString(code) : error.name();
  }

  void close() {
    unread.release();
  }
}
