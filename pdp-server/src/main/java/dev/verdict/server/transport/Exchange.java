package dev.verdict.server.transport;

import dev.verdict.server.decision.Door;
import dev.verdict.server.metrics.ServerMetrics;
import dev.verdict.server.transport.Fault.Kind;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its answer: reads the body within bounds, asks the endpoint, answers once. */
final class Exchange {

  /** Largest body that is read. */
  static final int MAX_BODY_BYTES = 1 << 20;

  /**
   * How much more is read and dropped after the answer. A caller that is cut off while it sends
   * sees a broken connection instead of the answer.
   */
  private static final long MAX_DROPPED_BYTES = 16L << 20;

  private static final int FRAMES_IN_LOG = 12;

  private static final Logger log = LoggerFactory.getLogger(Exchange.class);

  private final HttpServerRequest request;
  private final Endpoints endpoints;
  private final ConnectionDeadlines deadlines;
  private final ServerMetrics metrics;
  private Buffer body = Buffer.buffer();
  private long dropped;
  private boolean answered;

  Exchange(
      HttpServerRequest request,
      Endpoints endpoints,
      ConnectionDeadlines deadlines,
      ServerMetrics metrics) {
    this.request = request;
    this.endpoints = endpoints;
    this.deadlines = deadlines;
    this.metrics = metrics;
  }

  /**
   * Reads, then answers. A caller that sends request after request without reading the answers has
   * to wait: they would pile up in memory.
   */
  void begin() {
    deadlines.begun(request.connection(), this);
    request.handler(this::take).endHandler(end -> complete()).exceptionHandler(cut -> abandon());
    if (request.response().writeQueueFull()) {
      request.pause();
      request.response().drainHandler(drained -> request.resume());
    }
    if (declaredLength() > MAX_BODY_BYTES) {
      refuse(tooLarge());
    } else if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
      request.response().writeContinue();
    }
  }

  /** The request did not arrive in time. */
  void timeOut() {
    if (answered) {
      request.connection().close();
    } else {
      refuse(new Fault(Kind.TIMEOUT, "the request did not arrive within 10 seconds"));
    }
  }

  private void take(Buffer chunk) {
    if (answered) {
      drop(chunk);
    } else if (body.length() + chunk.length() > MAX_BODY_BYTES) {
      refuse(tooLarge());
    } else {
      body.appendBuffer(chunk);
    }
  }

  private void drop(Buffer chunk) {
    dropped += chunk.length();
    if (dropped > MAX_DROPPED_BYTES) {
      request.connection().close();
    }
  }

  private void complete() {
    if (answered) {
      request.connection().close();
      return;
    }
    Answer answer = answer();
    deadlines.finished(request.connection());
    send(answer);
  }

  /**
   * INVARIANT: a fault of ours ends in 500, which carries no decision. Without this catch the
   * caller would wait for an answer that never comes.
   */
  private Answer answer() {
    var call = new Call(request.headers(), body);
    try {
      return endpoints.answer(request.method().name(), request.path(), call);
    } catch (RuntimeException | StackOverflowError fault) {
      report(fault);
      return Answer.of(new Fault(Kind.INTERNAL, "the server failed; its log says why"));
    }
  }

  /** The fault's own message stays out: it may repeat what the request holds. */
  private static void report(Throwable fault) {
    log.atError()
        .addKeyValue("event", "http_call_failed")
        .addKeyValue("fault", fault.getClass().getName())
        .addKeyValue(
            "at", Arrays.stream(fault.getStackTrace()).limit(FRAMES_IN_LOG).toList().toString())
        .log("a call failed inside the decision point");
  }

  /** Answers before the request is complete; the connection cannot be used again. */
  private void refuse(Fault fault) {
    body = Buffer.buffer();
    request.response().putHeader("connection", "close");
    send(Answer.of(fault));
  }

  private void send(Answer answer) {
    answered = true;
    answer.fault().ifPresent(fault -> metrics.rejected(Door.HTTP, fault.kind().cause()));
    HttpServerResponse response = request.response().setStatusCode(answer.status());
    if (!answer.body().isEmpty()) {
      response.putHeader("content-type", "application/json");
    }
    answer.headers().forEach(response::putHeader);
    List<String> requestIds = request.headers().getAll(RequestId.HEADER);
    RequestId.echo(requestIds).ifPresent(id -> response.putHeader(RequestId.HEADER, id));
    response.end(Buffer.buffer(answer.body()));
  }

  private void abandon() {
    answered = true;
    body = Buffer.buffer();
  }

  private long declaredLength() {
    String length = request.getHeader("content-length");
    return length == null ? 0 : Long.parseLong(length);
  }

  private static Fault tooLarge() {
    return new Fault(Kind.BODY_TOO_LARGE, "the body is larger than " + MAX_BODY_BYTES + " bytes");
  }
}
