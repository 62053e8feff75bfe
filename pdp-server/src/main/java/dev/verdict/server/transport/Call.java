package dev.verdict.server.transport;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;

/**
 * One HTTP request whose head has arrived. Nothing of its body is kept until somebody asks for it:
 * an endpoint that needs to know its caller finds out first.
 */
public final class Call {

  private final MultiMap headers;
  private final Optional<String> requestId;
  private final Exchange exchange;

  Call(MultiMap headers, Optional<String> requestId, Exchange exchange) {
    this.headers = headers;
    this.requestId = requestId;
    this.exchange = exchange;
  }

  /** The values of all such headers, in whatever case their names were written. */
  public List<String> header(RequestHeader header) {
    return headers.getAll(header.name());
  }

  /**
   * Has the body read, at once or later, on any thread; a call that is answered before has none.
   *
   * @param receiver hears once, on the event loop of the call, unless the caller gives up or is
   *     refused for what it sends
   */
  public void readBody(BodyReceiver receiver) {
    exchange.readBody(receiver);
  }

  /** Whether the connection is closed, or the call was answered otherwise. On its event loop. */
  public boolean isGone() {
    return exchange.isGone();
  }

  /** The caller's own name for the call. */
  public Optional<String> requestId() {
    return requestId;
  }
}
