package dev.verdict.server.door.grpc;

import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Hands over a message as it came, up to the size that the door takes. It is read where its faults
 * can be told: what a marshaller throws, gRPC reports as a fault of the server.
 */
final class BytesMarshaller implements Marshaller<byte[]> {

  static final BytesMarshaller INSTANCE = new BytesMarshaller();

  private BytesMarshaller() {}

  @Override
  public InputStream stream(byte[] message) {
    return new ByteArrayInputStream(message);
  }

  @Override
  public byte[] parse(InputStream message) {
    try {
      return message instanceof KnownLength ? whole(message) : message.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Without the buffers of a reader that does not know how much there is. */
  private static byte[] whole(InputStream message) throws IOException {
    byte[] bytes = new byte[message.available()];
    int read = message.readNBytes(bytes, 0, bytes.length);
    if (read < bytes.length) {
      throw new IOException("the message ended after " + read + " of " + bytes.length + " bytes");
    }
    return bytes;
  }
}
