package dev.verdict.server.transport;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * A large answer, written in slices as its reader takes them, so that the connection holds no
 * second copy of it. Belongs to one event loop.
 */
final class SlicedBody {

  /** What is written at once. */
  static final int SLICE = 64 << 10;

  private final HttpServerResponse response;
  private final Buffer body;
  private final Runnable written;
  private final Promise<Void> sent = Promise.promise();
  private int next;

  /**
   * Nothing is written yet.
   *
   * @param written runs once the last slice is on its way
   */
  SlicedBody(HttpServerResponse response, Buffer body, Runnable written) {
    this.response = response;
    this.body = body;
    this.written = written;
  }

  /** Writes all of it, now and later; completes once it is sent, fails where it cannot be. */
  Future<Void> write() {
    response.putHeader("content-length", Integer.toString(body.length()));
    response.closeHandler(closed -> sent.tryFail("the connection is closed"));
    proceed();
    return sent.future();
  }

  private void proceed() {
    while (next < body.length()) {
      if (response.writeQueueFull()) {
        response.drainHandler(drained -> proceed());
        return;
      }
      int end = Math.min(next + SLICE, body.length());
      response.write(body.slice(next, end));
      next = end;
    }
    written.run();
    response.end().onSuccess(sent::tryComplete).onFailure(sent::tryFail);
  }
}
