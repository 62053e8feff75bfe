package dev.verdict.server.door.grpc;

import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What arrived as the message of a call.
 *
 * @param message absent where the bytes are no such message: broken UTF-8, nested too deep, cut off
 */
record Incoming<Q>(Optional<Q> message) {

  /**
   * Reads as the generated code does, but keeps what cannot be read as a value: left to itself,
   * gRPC reports it as a fault of the server.
   */
  static <Q> Marshaller<Incoming<Q>> marshaller(Marshaller<Q> generated) {
    return new Marshaller<>() {
      @Override
      public InputStream stream(Incoming<Q> incoming) {
        throw new UnsupportedOperationException("a server does not send requests");
      }

      @Override
      public Incoming<Q> parse(InputStream bytes) {
        try {
          return new Incoming<>(Optional.of(generated.parse(bytes)));
        } catch (StatusRuntimeException malformed) {
          return new Incoming<>(Optional.empty());
        }
      }
    };
  }
}
