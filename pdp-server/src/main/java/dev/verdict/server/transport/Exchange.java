package dev.verdict.server.transport;

import dev.verdict.server.connection.BytesInFlight;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
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
 * One request and its answer: asks the endpoint when the head is there, has the {@linkplain
 * IncomingBody body} read if the endpoint wants it, has one answer {@linkplain AnswerWriter
 * written}, and {@linkplain Remainder drops} what comes after that.
 *
 * <p>Belongs to the event loop of its connection. What another thread brings is taken there first;
 * what is there at once needs no hop.
 */
final class Exchange implements Responder {

  private static final int FRAMES_IN_LOG = 12;

  private static final Logger log = LoggerFactory.getLogger(Exchange.class);

  private final HttpServerRequest request;
  private final Endpoints endpoints;
  private final ConnectionDeadlines.Wait wait;
  private final HostRule hosts;
  private final AnswerWriter writer;
  private final Context loop;
  private final Thread loopThread;
  private final Optional<String> requestId;
  private final IncomingBody body;

  private @Nullable BodyReceiver receiver;
  private @Nullable Remainder remainder;
  private boolean paused;
  private boolean arrived;
  private boolean answered;

  /** To be made on the event loop. */
  Exchange(
      HttpServerRequest request,
      Endpoints endpoints,
      ConnectionDeadlines.Wait wait,
      HostRule hosts,
      BytesInFlight bytes,
      AnswerWriter writer,
      Context loop) {
    this.request = request;
    this.endpoints = endpoints;
    this.wait = wait;
    this.hosts = hosts;
    this.writer = writer;
    this.loop = loop;
    this.loopThread = Thread.currentThread();
    this.requestId = RequestId.echo(request.headers().getAll(RequestId.HEADER));
    this.body = new IncomingBody(request, bytes);
    this.arrived = !body.isAnnounced();
  }

  /**
   * Asks the endpoint. A caller that sends request after request without reading the answers has to
   * wait: they would pile up in memory.
   */
  void begin() {
    wait.begun(this);
    request.handler(this::take).endHandler(end -> complete()).exceptionHandler(cut -> abandon());
    if (request.response().writeQueueFull()) {
      pause();
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
    Optional<Refusal> refusal = refusal();
    if (refusal.isPresent()) {
      refuse(refusal.get());
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
      pause();
    }
  }

  private void pause() {
    paused = true;
    request.pause();
  }

  private void resume() {
    if (paused) {
      paused = false;
      request.resume();
    }
  }

  private Optional<Refusal> refusal() {
    Optional<Refusal> tooLarge = body.refusal();
    return tooLarge.isPresent() ? tooLarge : hosts.refusal(request);
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
    if (!body.isAnnounced()) {
      deliver(wanted);
      return;
    }
    body.welcome();
    resume();
  }

  private void take(Buffer chunk) {
    if (remainder != null) {
      remainder.drop(chunk);
    } else if (!answered) {
      Optional<Refusal> refusal = body.take(chunk);
      if (refusal.isPresent()) {
        refuse(refusal.get());
      }
    }
  }

  private void complete() {
    if (remainder != null) {
      remainder.complete();
    } else if (!arrived && receiver != null) {
      arrived = true;
      deliver(receiver);
    }
  }

  private void deliver(BodyReceiver wanted) {
    wait.begun(this);
    try {
      wanted.arrived(body.all());
    } catch (RuntimeException | StackOverflowError fault) {
      failed(fault);
    }
  }

  /** The request did not arrive in time, or its answer did not come. */
  void timeOut() {
    if (answered) {
      wait.close();
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

  private void finish(Answer answer) {
    if (!answered) {
      send(answer, wait.isLast() || !(arrived || body.isShort()));
    }
  }

  /** Answers before the endpoint does; what is still to come of the call is not read. */
  private void refuse(Refusal refusal) {
    send(Answer.of(refusal), true);
  }

  /**
   * Gives the answer.
   *
   * @param last whether it is the last on its connection
   */
  private void send(Answer answer, boolean last) {
    answered = true;
    body.forget();
    HttpServerResponse response = request.response();
    if (last) {
      response.putHeader("connection", "close");
    }
    requestId.ifPresent(id -> response.putHeader(RequestId.HEADER, id));
    Future<Void> sent = writer.write(response, wait, answer, last);
    if (!arrived) {
      remainder = new Remainder(wait, last);
    } else if (last) {
      sent.onComplete(done -> wait.close());
    }
    resume();
  }

  private void abandon() {
    answered = true;
    body.forget();
  }
}
