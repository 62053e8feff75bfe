package dev.verdict.server.transport;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;

/** One HTTP request that has arrived in full. */
public final class Call {

  private final MultiMap headers;
  private final Buffer body;
  private final Optional<String> requestId;

  Call(MultiMap headers, Buffer body, Optional<String> requestId) {
    this.headers = headers;
    this.body = body;
    this.requestId = requestId;
  }

  /** The values of all headers of that name, in whatever case it was written. */
  public List<String> header(String name) {
    return headers.getAll(name);
  }

  /** What was sent. */
  public byte[] body() {
    return body.getBytes();
  }

  /** The caller's own name for the call. */
  public Optional<String> requestId() {
    return requestId;
  }
}
