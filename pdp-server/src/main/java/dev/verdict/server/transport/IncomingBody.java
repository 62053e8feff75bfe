package dev.verdict.server.transport;

import dev.verdict.server.connection.BytesInFlight;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * The body of one request: what its head says of it, and what of it has arrived, within the bounds
 * of one call and of all together. Belongs to the event loop of its connection.
 */
final class IncomingBody {

  /** Largest body that is read. */
  static final int MAX_BYTES = 1 << 20;

  /** What is left of a call that was answered by its head is read to the end up to this length. */
  private static final long MAX_SHORT_BYTES = 64L << 10;

  private static final Buffer NOTHING = Buffer.buffer();

  private final HttpServerRequest request;
  private final BytesInFlight bytes;
  private final boolean announced;
  private Buffer kept = Buffer.buffer();

  IncomingBody(HttpServerRequest request, BytesInFlight bytes) {
    this.request = request;
    this.bytes = bytes;
    this.announced =
        request.headers().contains("transfer-encoding")
            || request.headers().contains("content-length");
  }

  /** Whether there is one. */
  boolean isAnnounced() {
    return announced;
  }

  /** Why it is not read at all, as its head announces it. */
  Optional<Refusal> refusal() {
    return declaredLength() > MAX_BYTES ? Optional.of(tooLarge()) : Optional.empty();
  }

  /** Whether to read what is left is less work than another connection would be. */
  boolean isShort() {
    return request.headers().contains("content-length")
        && declaredLength() <= MAX_SHORT_BYTES
        && !request.headers().contains("expect");
  }

  /** Tells a caller that waits for it to go on. */
  void welcome() {
    if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
      request.response().writeContinue();
    }
  }

  /** Keeps what has arrived; says why it cannot be kept. */
  Optional<Refusal> take(Buffer chunk) {
    if (kept.length() + chunk.length() > MAX_BYTES) {
      return Optional.of(tooLarge());
    }
    if (!bytes.take(chunk.length())) {
      return Optional.of(
          new Refusal(RefusalKind.OVERLOADED, "the server reads too many requests just now"));
    }
    kept.appendBuffer(chunk);
    return Optional.empty();
  }

  byte[] all() {
    return kept.getBytes();
  }

  /** It is of no use any more. */
  void forget() {
    bytes.release(kept.length());
    kept = NOTHING;
  }

  private long declaredLength() {
    String length = request.getHeader("content-length");
    return length == null ? 0 : Long.parseLong(length);
  }

  private static Refusal tooLarge() {
    return new Refusal(RefusalKind.TOO_LARGE, "the body is larger than " + MAX_BYTES + " bytes");
  }
}
