package dev.verdict.server.transport;

import dev.verdict.server.connection.BytesInFlight;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import dev.verdict.server.refusal.RefusalListener;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its answer: asks the endpoint when the head is there, reads the body within
 * bounds if the endpoint wants it, answers once.
 *
 * <p>Belongs to the event loop of its connection. What another thread brings is taken there first;
 * what is there at once needs no hop.
 */
final class Exchange implements Responder {

  /** Largest body that is read. */
  static final int MAX_BODY_BYTES = 1 << 20;

  /**
   * How much more is read and dropped after the answer. A caller that is cut off while it sends
   * sees a broken connection instead of the answer.
   */
  private static final long MAX_DROPPED_BYTES = 16L << 20;

  /** What is left of a call that was answered by its head is read to the end up to this length. */
  private static final long MAX_SHORT_BODY_BYTES = 64L << 10;

  private static final int FRAMES_IN_LOG = 12;
  private static final Buffer NOTHING = Buffer.buffer();

  private static final Logger log = LoggerFactory.getLogger(Exchange.class);

  private final HttpServerRequest request;
  private final Endpoints endpoints;
  private final ConnectionDeadlines.Wait wait;
  private final HostRule hosts;
  private final BytesInFlight bytes;
  private final RefusalListener refusals;
  private final Context loop;
  private final Thread loopThread;
  private final Optional<String> requestId;
  private final boolean hasBody;

  private @Nullable BodyReceiver receiver;
  private Buffer body = Buffer.buffer();
  private long dropped;
  private boolean arrived;
  private boolean answered;
  private boolean ending;

  /** To be made on the event loop. */
  Exchange(
      HttpServerRequest request,
      Endpoints endpoints,
      ConnectionDeadlines.Wait wait,
      HostRule hosts,
      BytesInFlight bytes,
      RefusalListener refusals,
      Context loop) {
    this.request = request;
    this.endpoints = endpoints;
    this.wait = wait;
    this.hosts = hosts;
    this.bytes = bytes;
    this.refusals = refusals;
    this.loop = loop;
    this.loopThread = Thread.currentThread();
    this.requestId = RequestId.echo(request.headers().getAll(RequestId.HEADER));
    this.hasBody =
        request.headers().contains("transfer-encoding")
            || request.headers().contains("content-length");
  }

  /**
   * Asks the endpoint. A caller that sends request after request without reading the answers has to
   * wait: they would pile up in memory.
   */
  void begin() {
    wait.begun(this);
    request.handler(this::take).endHandler(end -> complete()).exceptionHandler(cut -> abandon());
    if (request.response().writeQueueFull()) {
      request.pause();
      request.response().drainHandler(drained -> ask());
    } else {
      ask();
    }
  }

  /**
   * INVARIANT: a fault of ours ends in 500, which carries no decision. Without this catch the
   * caller would wait for an answer that never comes.
   */
  private void ask() {
    if (answered) {
      return;
    }
    if (declaredLength() > MAX_BODY_BYTES) {
      refuse(tooLarge());
      return;
    }
    Optional<Refusal> misnamed = hosts.refusal(request);
    if (misnamed.isPresent()) {
      refuse(misnamed.get());
      return;
    }
    var call = new Call(request.headers(), requestId, this);
    try {
      endpoints.answer(request.method().name(), request.path(), call, this);
    } catch (RuntimeException | StackOverflowError fault) {
      failed(fault);
    }
    if (!answered && receiver == null) {
      // nobody may know yet who asks: what is sent meanwhile waits in the caller's own buffers
      request.pause();
    }
  }

  boolean isGone() {
    return answered || request.response().closed();
  }

  void readBody(BodyReceiver wanted) {
    if (Thread.currentThread() == loopThread) {
      read(wanted);
    } else {
      loop.runOnContext(onLoop -> read(wanted));
    }
  }

  private void read(BodyReceiver wanted) {
    if (answered) {
      return;
    }
    wait.connection().prove();
    receiver = wanted;
    if (!hasBody) {
      deliver(wanted);
      return;
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
      request.response().writeContinue();
    }
    request.resume();
  }

  /** The request did not arrive in time, or its answer did not. */
  void timeOut() {
    if (answered) {
      request.connection().close();
    } else if (arrived || receiver == null) {
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
    log.error(
        "event=http_call_failed fault={} at=\"{}\"",
        fault.getClass().getName(),
        Arrays.stream(fault.getStackTrace()).limit(FRAMES_IN_LOG).toList());
    answer(Answer.of(Refusal.FAULT));
  }

  private void take(Buffer chunk) {
    if (answered) {
      drop(chunk);
    } else if (body.length() + chunk.length() > MAX_BODY_BYTES) {
      refuse(tooLarge());
    } else if (bytes.take(chunk.length())) {
      body.appendBuffer(chunk);
    } else {
      refuse(new Refusal(RefusalKind.OVERLOADED, "the server reads too many requests just now"));
    }
  }

  private void drop(Buffer chunk) {
    dropped += chunk.length();
    if (dropped > MAX_DROPPED_BYTES) {
      request.connection().close();
    }
  }

  private void complete() {
    if (!hasBody) {
      return;
    }
    BodyReceiver wanted = receiver;
    if (ending) {
      request.connection().close();
    } else if (answered || wanted == null) {
      wait.finished();
    } else {
      deliver(wanted);
    }
  }

  private void deliver(BodyReceiver wanted) {
    arrived = true;
    wait.begun(this);
    byte[] all = body.getBytes();
    try {
      wanted.arrived(all);
    } catch (RuntimeException | StackOverflowError fault) {
      failed(fault);
    }
  }

  private void finish(Answer answer) {
    if (answered) {
      return;
    }
    if (wait.isLast() || (hasBody && !arrived && !isShort())) {
      end(answer);
      return;
    }
    wait.finished();
    send(answer);
    request.resume();
  }

  /** Whether to read what is left is less work than another connection would be. */
  private boolean isShort() {
    return request.headers().contains("content-length")
        && declaredLength() <= MAX_SHORT_BODY_BYTES
        && !request.headers().contains("expect");
  }

  /** Answers before the endpoint does. */
  private void refuse(Refusal refusal) {
    end(Answer.of(refusal));
  }

  /** The last answer on this connection; what is still to come of the call is not read. */
  private void end(Answer answer) {
    ending = true;
    request.response().putHeader("connection", "close");
    send(answer);
    request.resume();
  }

  private void send(Answer answer) {
    answered = true;
    forget();
    answer.refusal().ifPresent(refusal -> refusals.refused(refusal.kind()));
    HttpServerResponse response = request.response().setStatusCode(answer.status());
    if (answer.body().isPresent()) {
      response.putHeader("content-type", "application/json");
    }
    answer.headers().forEach(response::putHeader);
    requestId.ifPresent(id -> response.putHeader(RequestId.HEADER, id));
    Future<Void> sent =
        answer.body().isPresent()
            ? response.end(Buffer.buffer(answer.body().get()))
            : response.end();
    if (ending && (arrived || !hasBody)) {
      sent.onComplete(done -> request.connection().close());
    }
  }

  private void abandon() {
    answered = true;
    forget();
  }

  private void forget() {
    bytes.release(body.length());
    body = NOTHING;
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
