package dev.verdict.server.transport;

import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import dev.verdict.server.refusal.RefusalListener;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its answer: reads the body within bounds, asks the endpoint, answers once.
 *
 * <p>Belongs to the event loop of its connection. An answer that another thread brings is taken
 * there first; one that is there at once needs no hop.
 */
final class Exchange implements Responder {

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
  private final RefusalListener refusals;
  private final Context loop;
  private final Thread loopThread;
  private final Optional<String> requestId;

  private Buffer body = Buffer.buffer();
  private long dropped;
  private boolean arrived;
  private boolean answered;

  /** To be made on the event loop. */
  Exchange(
      HttpServerRequest request,
      Endpoints endpoints,
      ConnectionDeadlines deadlines,
      RefusalListener refusals,
      Context loop) {
    this.request = request;
    this.endpoints = endpoints;
    this.deadlines = deadlines;
    this.refusals = refusals;
    this.loop = loop;
    this.loopThread = Thread.currentThread();
    this.requestId = RequestId.echo(request.headers().getAll(RequestId.HEADER));
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

  /** The request did not arrive in time, or its answer did not. */
  void timeOut() {
    if (answered) {
      request.connection().close();
    } else if (arrived) {
      refuse(new Refusal(RefusalKind.INTERNAL, "the server has no answer within 10 seconds"));
    } else {
      refuse(new Refusal(RefusalKind.TIMEOUT, "the request did not arrive within 10 seconds"));
    }
  }

  @Override
  public void answer(Answer answer) {
    if (Thread.currentThread() == loopThread) {
      finish(answer);
    } else {
      loop.runOnContext(onLoop -> finish(answer));
    }
  }

  /** The fault's own message stays out: it may repeat what the request holds. */
  @Override
  public void failed(Throwable fault) {
    log.atError()
        .addKeyValue("event", "http_call_failed")
        .addKeyValue("fault", fault.getClass().getName())
        .addKeyValue(
            "at", Arrays.stream(fault.getStackTrace()).limit(FRAMES_IN_LOG).toList().toString())
        .log("a call failed inside the decision point");
    answer(Answer.of(Refusal.FAULT));
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

  /**
   * INVARIANT: a fault of ours ends in 500, which carries no decision. Without this catch the
   * caller would wait for an answer that never comes.
   */
  private void complete() {
    if (answered) {
      request.connection().close();
      return;
    }
    arrived = true;
    var call = new Call(request.headers(), body, requestId);
    try {
      endpoints.answer(request.method().name(), request.path(), call, this);
    } catch (RuntimeException | StackOverflowError fault) {
      failed(fault);
    }
  }

  private void finish(Answer answer) {
    if (!answered) {
      deadlines.finished(request.connection());
      send(answer);
    }
  }

  /** Answers before the endpoint does; the connection cannot be used again. */
  private void refuse(Refusal refusal) {
    body = Buffer.buffer();
    request.response().putHeader("connection", "close");
    send(Answer.of(refusal));
  }

  private void send(Answer answer) {
    answered = true;
    answer.refusal().ifPresent(refusal -> refusals.refused(refusal.kind()));
    HttpServerResponse response = request.response().setStatusCode(answer.status());
    if (answer.body().isPresent()) {
      response.putHeader("content-type", "application/json");
    }
    answer.headers().forEach(response::putHeader);
    requestId.ifPresent(id -> response.putHeader(RequestId.HEADER, id));
    if (answer.body().isPresent()) {
      response.end(Buffer.buffer(answer.body().get()));
    } else {
      response.end();
    }
  }

  private void abandon() {
    answered = true;
    body = Buffer.buffer();
  }

  private long declaredLength() {
    String length = request.getHeader("content-length");
    return length == null ? 0 : Long.parseLong(length);
  }

  private static Refusal tooLarge() {
    return new Refusal(
        RefusalKind.TOO_LARGE, "the body is larger than " + MAX_BODY_BYTES + " bytes");
  }
}
