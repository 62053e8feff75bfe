package dev.verdict.benchmarks.load.baseline;

import io.grpc.KnownLength;
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
 * A program: the floor of gRPC. Takes the bytes of a question and answers with as many as a
 * decision has, on the event loop, so that no thread switch is in it. Transport, executor and flow
 * control are those of the server's door; what else that has (counted connections, tracers,
 * interceptors) is part of what is measured.
 */
public final class EchoServer {

  /** What the console says before the port. */
  public static final String READY = "echo listens on ";

  private static final String SERVICE = "verdict.benchmarks.Echo";

  /** Where to send questions. */
  public static final String PATH = "/" + SERVICE + "/Echo";

  private static final int FLOW_CONTROL_WINDOW = 128 << 10;

  private static final MethodDescriptor<byte[], byte[]> METHOD =
      MethodDescriptor.<byte[], byte[]>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName(SERVICE + "/Echo")
          .setRequestMarshaller(new Bytes())
          .setResponseMarshaller(new Bytes())
          .build();

  private EchoServer() {}

  /**
   * Serves on any free port of loopback until it is stopped.
   *
   * @param arguments the size of every answer, in bytes
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    // it looks for bugs of its users, at a price
    System.setProperty("io.grpc.netty.shaded.io.netty.leakDetection.level", "disabled");
    byte[] answer = new byte[Integer.parseInt(arguments[0])];
    var service =
        ServerServiceDefinition.builder(SERVICE)
            .addMethod(
                METHOD,
                ServerCalls.asyncUnaryCall(
                    (question, observer) -> {
                      observer.onNext(answer);
                      observer.onCompleted();
                    }))
            .build();
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .flowControlWindow(FLOW_CONTROL_WINDOW)
            .directExecutor()
            .addService(service)
            .build()
            .start();
    System.out.println(READY + server.getPort());
    server.awaitTermination();
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

    @Override
    public InputStream stream(byte[] bytes) {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream instanceof KnownLength
            ? stream.readNBytes(stream.available())
            : stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException("reading a message failed", e);
      }
    }
  }
}
