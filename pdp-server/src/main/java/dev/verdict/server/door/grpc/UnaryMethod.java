package dev.verdict.server.door.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.refusal.Refusal;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A method that gives one reply to one message, and stands between a fault inside and the network:
 * a fault becomes INTERNAL for this call and an event in the log, and the door stays up.
 */
final class UnaryMethod {

  private static final Refusal MALFORMED =
      Refusal.invalid("the message is not a readable protobuf message");

  private UnaryMethod() {}

  /**
   * Makes the definition of a method.
   *
   * @param generated the method as the contract has it
   * @param decoder reads its message
   * @param body gives the reply in its written form, at once or later; its exceptions are faults
   */
  static <Q> ServerMethodDefinition<byte[], byte[]> of(
      MethodDescriptor<?, ?> generated, MessageDecoder<Q> decoder, BiConsumer<Q, Reply> body) {
    MethodDescriptor<byte[], byte[]> method =
        generated.toBuilder(BytesMarshaller.INSTANCE, BytesMarshaller.INSTANCE).build();
    String name = generated.getFullMethodName();
    return ServerMethodDefinition.create(
        method,
        ServerCalls.asyncUnaryCall(
            (message, observer) -> {
              ignoreCancellation(observer);
              @Nullable CallTracer call = CallTracer.current();
              if (call == null || !call.isRefused()) {
                reply(message, decoder, new Reply(name, observer, call), body);
              }
            }));
  }

  private static <Q> void reply(
      byte[] message, MessageDecoder<Q> decoder, Reply reply, BiConsumer<Q, Reply> body) {
    try {
      body.accept(decoder.decode(message), reply);
    } catch (InvalidProtocolBufferException malformed) {
      reply.refused(MALFORMED);
    } catch (InvalidRequestException invalid) {
      reply.refused(Refusal.of(invalid));
    } catch (RuntimeException | StackOverflowError fault) {
      reply.failed(fault);
    }
  }

  /** Without a handler a reply that comes after the caller gave up would be an exception. */
  private static void ignoreCancellation(StreamObserver<byte[]> observer) {
    if (observer instanceof ServerCallStreamObserver<byte[]> call) {
      call.setOnCancelHandler(() -> {});
    }
  }
}
