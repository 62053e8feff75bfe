package dev.verdict.server.door.grpc;

import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.Arrays;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A method that gives one reply to one message, and stands between a fault inside and the network:
 * a fault becomes INTERNAL for this call and an event in the log, and the door stays up.
 */
final class UnaryMethod {

  private static final Logger log = LoggerFactory.getLogger(UnaryMethod.class);

  private static final Status MALFORMED =
      Status.INVALID_ARGUMENT.withDescription("the message is not a readable protobuf message");
  private static final Status FAULT =
      Status.INTERNAL.withDescription("the decision point could not answer; nothing is permitted");

  private static final int FRAMES_IN_LOG = 12;

  private UnaryMethod() {}

  /**
   * @param generated the method as the contract has it
   * @param body makes the reply; its exceptions are faults
   */
  static <Q, A> ServerMethodDefinition<Incoming<Q>, A> of(
      MethodDescriptor<Q, A> generated, Function<Q, Reply<A>> body) {
    MethodDescriptor<Incoming<Q>, A> method =
        generated.toBuilder(
                Incoming.marshaller(generated.getRequestMarshaller()),
                generated.getResponseMarshaller())
            .build();
    return ServerMethodDefinition.create(
        method,
        ServerCalls.asyncUnaryCall(
            (incoming, observer) ->
                send(reply(generated.getFullMethodName(), incoming, body), observer)));
  }

  private static <Q, A> Reply<A> reply(
      String method, Incoming<Q> incoming, Function<Q, Reply<A>> body) {
    if (incoming.message().isEmpty()) {
      return new Reply.Refusal<>(MALFORMED);
    }
    try {
      return body.apply(incoming.message().get());
    } catch (RuntimeException | StackOverflowError fault) {
      report(method, fault);
      return new Reply.Refusal<>(FAULT);
    }
  }

  /** The fault's own message stays out: it may repeat what the request holds. */
  private static void report(String method, Throwable fault) {
    log.atError()
        .addKeyValue("event", "grpc_call_failed")
        .addKeyValue("method", method)
        .addKeyValue("fault", fault.getClass().getName())
        .addKeyValue(
            "at", Arrays.stream(fault.getStackTrace()).limit(FRAMES_IN_LOG).toList().toString())
        .log("a call failed inside the decision point");
  }

  private static <A> void send(Reply<A> reply, StreamObserver<A> observer) {
    if (reply instanceof Reply.Answer<A> answer) {
      observer.onNext(answer.message());
      observer.onCompleted();
    } else if (reply instanceof Reply.Refusal<A> refusal) {
      observer.onError(refusal.status().asRuntimeException());
    }
  }
}
