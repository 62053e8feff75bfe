package dev.verdict.server.door.grpc;

import dev.verdict.server.door.question.Asker;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.refusal.Refusal;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method that gives one reply to one message. Whoever calls is authenticated before the message
 * is read.
 */
final class UnaryMethod<Q> implements ServerCallHandler<byte[], byte[]> {

  static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final String name;
  private final Questions questions;
  private final MessageDecoder<Q> decoder;
  private final Body<Q> body;

  private UnaryMethod(String name, Questions questions, MessageDecoder<Q> decoder, Body<Q> body) {
    this.name = name;
    this.questions = questions;
    this.decoder = decoder;
    this.body = body;
  }

  /** Answers calls whose message is read. */
  @FunctionalInterface
  interface Body<Q> {

    /** Gives the reply in its written form, at once or later; its exceptions are faults. */
    void answer(Asker asker, Q question, Reply reply);
  }

  /**
   * Makes the definition of a method.
   *
   * @param generated the method as the contract has it
   * @param questions authenticates callers
   * @param decoder reads its message
   */
  static <Q> ServerMethodDefinition<byte[], byte[]> of(
      MethodDescriptor<?, ?> generated,
      Questions questions,
      MessageDecoder<Q> decoder,
      Body<Q> body) {
    return ServerMethodDefinition.create(
        generated.toBuilder(BytesMarshaller.INSTANCE, BytesMarshaller.INSTANCE).build(),
        new UnaryMethod<>(generated.getFullMethodName(), questions, decoder, body));
  }

  @Override
  public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> call, Metadata metadata) {
    @Nullable CallTracer tracer = CallTracer.current();
    var unary = new UnaryCall<>(call, tracer, new Reply(name, call, tracer), decoder, body);
    Eventual<Authentication> authentication = questions.authenticate(authorization(metadata));
    if (authentication.isDone()) {
      var unused = authentication.value().accept(unary);
    } else {
      authentication.deliver(
          known -> {
            var unused = known.accept(unary);
          },
          fault -> unary.refuse(Refusal.FAULT));
    }
    return unary;
  }

  private static List<String> authorization(Metadata metadata) {
    @Nullable Iterable<String> values = metadata.getAll(AUTHORIZATION);
    if (values == null) {
      return List.of();
    }
    var headers = new ArrayList<String>();
    values.forEach(headers::add);
    return headers;
  }
}
