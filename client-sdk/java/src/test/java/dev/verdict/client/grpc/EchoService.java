package dev.verdict.client.grpc;

import dev.verdict.client.Decision;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A service to put the interceptor in front of: gives messages back and remembers them. */
final class EchoService {

  static final MethodDescriptor<String, String> UNARY =
      method("Unary", MethodDescriptor.MethodType.UNARY);
  static final MethodDescriptor<String, String> STREAM =
      method("Stream", MethodDescriptor.MethodType.BIDI_STREAMING);

  final AtomicInteger started = new AtomicInteger();
  final List<String> seen = new CopyOnWriteArrayList<>();
  final List<Decision> decisions = new CopyOnWriteArrayList<>();

  ServerServiceDefinition definition() {
    return ServerServiceDefinition.builder("test.Echo")
        .addMethod(UNARY, ServerCalls.asyncUnaryCall(this::unary))
        .addMethod(STREAM, ServerCalls.asyncBidiStreamingCall(this::stream))
        .build();
  }

  private void unary(String message, StreamObserver<String> answers) {
    started.incrementAndGet();
    if (message.equals("throw")) {
      throw new IllegalStateException("a bug in the method");
    }
    seen.add(message);
    AuthorizationServerInterceptor.decision().ifPresent(decisions::add);
    answers.onNext(message);
    answers.onCompleted();
  }

  private StreamObserver<String> stream(StreamObserver<String> answers) {
    started.incrementAndGet();
    return new StreamObserver<>() {
      @Override
      public void onNext(String message) {
        seen.add(message);
        answers.onNext(message);
      }

      @Override
      public void onError(Throwable failure) {}

      @Override
      public void onCompleted() {
        answers.onCompleted();
      }
    };
  }

  private static MethodDescriptor<String, String> method(
      String name, MethodDescriptor.MethodType type) {
    return MethodDescriptor.<String, String>newBuilder()
        .setType(type)
        .setFullMethodName("test.Echo/" + name)
        .setRequestMarshaller(new Text())
        .setResponseMarshaller(new Text())
        .build();
  }

  private static final class Text implements MethodDescriptor.Marshaller<String> {
    @Override
    public InputStream stream(String value) {
      return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream stream) {
      try {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException unexpected) {
        throw new UncheckedIOException(unexpected);
      }
    }
  }
}
