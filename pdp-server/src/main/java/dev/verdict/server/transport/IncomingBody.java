package dev.verdict.server.transport;

import dev.verdict.server.connection.BytesInFlight;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
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

  private static final CharSequence EXPECT = HttpHeaders.createOptimized("expect");

  private static final Buffer NOTHING = Buffer.buffer();

  private final HttpServerRequest request;
  private final BytesInFlight bytes;
  private final boolean announced;

  /** Of the body in bytes; -1 where the head does not say. */
  private final long declaredLength;

  private Buffer kept = NOTHING;
  private boolean growing;

  IncomingBody(HttpServerRequest request, BytesInFlight bytes) {
    this.request = request;
    this.bytes = bytes;
    String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
    this.declaredLength = length == null ? -1 : Long.parseLong(length);
    this.announced = length != null || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  /** Whether there is one. */
  boolean isAnnounced() {
    return announced;
  }

  /** Why it is not read at all, as its head announces it. */
  Optional<Refusal> refusal() {
    return declaredLength > MAX_BYTES ? Optional.of(tooLarge()) : Optional.empty();
  }

  /** Whether to read what is left is less work than another connection would be. */
  boolean isShort() {
    return declaredLength >= 0
        && declaredLength <= MAX_SHORT_BYTES
        && !request.headers().contains(EXPECT);
  }

  /** Tells a caller that waits for it to go on. */
  void welcome() {
    if ("100-continue".equalsIgnoreCase(request.headers().get(EXPECT))) {
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
    keep(chunk);
    return Optional.empty();
  }

  /** Most bodies come as one chunk, which is kept as it is. */
  private void keep(Buffer chunk) {
    if (kept.length() == 0) {
      kept = chunk;
      return;
    }
    if (!growing) {
      kept = Buffer.buffer().appendBuffer(kept);
      growing = true;
    }
    kept.appendBuffer(chunk);
  }

  byte[] all() {
    return kept.getBytes();
  }

  /** It is of no use any more. */
  void forget() {
    bytes.release(kept.length());
    kept = NOTHING;
  }

  private static Refusal tooLarge() {
    return new Refusal(RefusalKind.TOO_LARGE, "the body is larger than " + MAX_BYTES + " bytes");
  }
}
