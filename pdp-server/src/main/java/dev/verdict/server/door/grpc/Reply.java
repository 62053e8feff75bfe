package dev.verdict.server.door.grpc;

import dev.verdict.server.door.question.RefusalReceiver;
import dev.verdict.server.refusal.Refusal;
import io.grpc.stub.StreamObserver;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one reply to a call, which may be given on any thread. */
final class Reply implements RefusalReceiver {

  private static final Logger log = LoggerFactory.getLogger(Reply.class);

  private static final int FRAMES_IN_LOG = 12;

  private final String method;
  private final StreamObserver<byte[]> observer;
  private final @Nullable CallTracer call;

  /**
   * Nothing is replied yet.
   *
   * @param call null where no transport is followed
   */
  Reply(String method, StreamObserver<byte[]> observer, @Nullable CallTracer call) {
    this.method = method;
    this.observer = observer;
    this.call = call;
  }

  /** Replies with a message in its written form. */
  void message(byte[] message) {
    if (call != null && !call.holdReply(message.length)) {
      refused(Refusal.ANSWERS_WAIT);
      return;
    }
    observer.onNext(message);
    observer.onCompleted();
  }

  @Override
  public void refused(Refusal refusal) {
    observer.onError(Statuses.of(refusal).asRuntimeException());
  }

  /** The fault's own message stays out: it may repeat what the request holds. */
  @Override
  public void failed(Throwable fault) {
    log.error(
        "event=grpc_call_failed method={} fault={} at=\"{}\"",
        method,
        fault.getClass().getName(),
        Arrays.stream(fault.getStackTrace()).limit(FRAMES_IN_LOG).toList());
    refused(Refusal.FAULT);
  }
}
