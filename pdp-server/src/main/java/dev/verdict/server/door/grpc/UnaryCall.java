package dev.verdict.server.door.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.door.question.Asker;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import io.grpc.ServerCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method, from the moment at which it is known who calls. Stands between a fault
 * inside and the network: a fault becomes INTERNAL for this call and an event in the log, and the
 * door stays up. Belongs to the event loop of the call.
 */
final class UnaryCall<Q> extends ServerCall.Listener<byte[]>
    implements Authentication.Visitor<UnaryCall<Q>> {

  private static final Refusal MALFORMED =
      Refusal.invalid("the message is not a readable protobuf message");
  private static final Refusal NOT_ONE_MESSAGE =
      Refusal.invalid("a call of this method has one message");

  /** One more than is taken, so that another one is noticed. */
  private static final int MESSAGES = 2;

  private final ServerCall<byte[], byte[]> call;
  private final @Nullable CallTracer tracer;
  private final Reply reply;
  private final MessageDecoder<Q> decoder;
  private final UnaryMethod.Body<Q> body;
  private @Nullable Asker asker;
  private byte @Nullable [] message;

  /**
   * A call of which no message is asked for yet.
   *
   * @param tracer null where no transport is followed
   */
  UnaryCall(
      ServerCall<byte[], byte[]> call,
      @Nullable CallTracer tracer,
      Reply reply,
      MessageDecoder<Q> decoder,
      UnaryMethod.Body<Q> body) {
    this.call = call;
    this.tracer = tracer;
    this.reply = reply;
    this.decoder = decoder;
    this.body = body;
  }

  @Override
  public UnaryCall<Q> authenticated(Caller caller) {
    KnownConnections.prove(call);
    asker = new Asker(caller, Optional.empty(), call::isCancelled);
    call.request(MESSAGES);
    return this;
  }

  @Override
  public UnaryCall<Q> rejected(String text) {
    return refuse(new Refusal(RefusalKind.UNAUTHENTICATED, text));
  }

  @Override
  public UnaryCall<Q> overloaded(String text) {
    return refuse(new Refusal(RefusalKind.OVERLOADED, text));
  }

  /** Ends the call. */
  UnaryCall<Q> refuse(Refusal refusal) {
    asker = null;
    reply.refused(refusal);
    return this;
  }

  @Override
  public void onMessage(byte[] bytes) {
    if (message == null) {
      message = bytes;
    } else if (asker != null) {
      refuse(NOT_ONE_MESSAGE);
    }
  }

  @Override
  public void onHalfClose() {
    Asker known = asker;
    byte[] bytes = message;
    if (known == null || (tracer != null && tracer.isRefused())) {
      return;
    }
    if (bytes == null) {
      refuse(NOT_ONE_MESSAGE);
    } else {
      answer(known, bytes);
    }
  }

  private void answer(Asker known, byte[] bytes) {
    try {
      body.answer(known, decoder.decode(bytes), reply);
    } catch (InvalidProtocolBufferException malformed) {
      reply.refused(MALFORMED);
    } catch (InvalidRequestException invalid) {
      reply.refused(Refusal.of(invalid));
    } catch (RuntimeException | StackOverflowError fault) {
      reply.failed(fault);
    }
  }
}
