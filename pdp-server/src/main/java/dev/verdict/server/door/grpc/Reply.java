package dev.verdict.server.door.grpc;

import dev.verdict.server.door.question.RefusalReceiver;
import dev.verdict.server.refusal.Refusal;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one reply to a call, which may be given on any thread. */
final class Reply implements RefusalReceiver {

  private static final Logger log = LoggerFactory.getLogger(Reply.class);

  private static final int FRAMES_IN_LOG = 12;

  private final String method;
  private final ServerCall<?, byte[]> call;
  private final @Nullable CallTracer tracer;

  /**
   * Nothing is replied yet.
   *
   * @param tracer null where no transport is followed
   */
  Reply(String method, ServerCall<?, byte[]> call, @Nullable CallTracer tracer) {
    this.method = method;
    this.call = call;
    this.tracer = tracer;
  }

  /** Replies with a message in its written form. */
  void message(byte[] message) {
    if (tracer != null && !tracer.holdReply(message.length)) {
      refused(Refusal.ANSWERS_WAIT);
      return;
    }
    call.sendHeaders(new Metadata());
    call.sendMessage(message);
    call.close(Status.OK, new Metadata());
  }

  @Override
  public void refused(Refusal refusal) {
    call.close(Statuses.of(refusal), new Metadata());
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
