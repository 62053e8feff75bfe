package dev.verdict.benchmarks.load;

import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The floor: takes as many bytes as a question has and answers with as many as a decision has, and
 * does nothing else. On the event loop, so that no thread switch is in it.
 */
final class EchoServer implements AutoCloseable {

  static final MethodDescriptor<byte[], byte[]> METHOD =
      MethodDescriptor.<byte[], byte[]>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("verdict.benchmarks.Echo/Echo")
          .setRequestMarshaller(new Bytes())
          .setResponseMarshaller(new Bytes())
          .build();

  private final Server server;

  private EchoServer(Server server) {
    this.server = server;
  }

  /**
   * Starts on loopback, on any free port.
   *
   * @param answerSize of every answer, in bytes
   */
  static EchoServer start(int answerSize) throws IOException {
    byte[] answer = new byte[answerSize];
    var service =
        ServerServiceDefinition.builder("verdict.benchmarks.Echo")
            .addMethod(
                METHOD,
                ServerCalls.asyncUnaryCall(
                    (question, observer) -> {
                      observer.onNext(answer);
                      observer.onCompleted();
                    }))
            .build();
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new EchoServer(
        NettyServerBuilder.forAddress(loopback)
            .directExecutor()
            .addService(service)
            .build()
            .start());
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

    @Override
    public InputStream stream(byte[] bytes) {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException("reading a message failed", e);
      }
    }
  }
}
