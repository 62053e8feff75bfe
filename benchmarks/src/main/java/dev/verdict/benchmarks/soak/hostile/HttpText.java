package dev.verdict.benchmarks.soak.hostile;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** HTTP/1.1 requests as bytes. */
final class HttpText {

  static final String EVALUATION = "/access/v1/evaluation";
  static final String EVALUATIONS = "/access/v1/evaluations";

  private HttpText() {}

  /** A head with a length, and without an end: more fields may follow. */
  static String openHead(String path, int contentLength) {
    return "POST %s HTTP/1.1\r\nHost: pdp\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
        .formatted(path, contentLength);
  }

  /** The whole of a request of somebody with a token, on a connection of its own. */
  static ByteBuf request(String path, String token, String body) {
    return bytes(
        openHead(path, body.length())
            + "Connection: close\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n"
            + body);
  }

  /** The characters as bytes, one of each. */
  static ByteBuf bytes(String text) {
    return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
