package dev.verdict.server.door.grpc;

import io.grpc.Drainable;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Hands messages over as they are on the wire. One from outside, up to the size that the door
 * takes, is read where its faults can be told: what a marshaller throws, gRPC reports as a fault of
 * the server. An answer is written by whoever makes it, so that one can be kept.
 */
final class BytesMarshaller implements Marshaller<byte[]> {

  static final BytesMarshaller INSTANCE = new BytesMarshaller();

  private BytesMarshaller() {}

  @Override
  public InputStream stream(byte[] message) {
    return new Bytes(message);
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

  /** Bytes that gRPC need not copy to a buffer of its own first. */
  private static final class Bytes extends ByteArrayInputStream implements Drainable, KnownLength {

    Bytes(byte[] message) {
      super(message);
    }

    @Override
    public int drainTo(OutputStream target) throws IOException {
      int length = available();
      target.write(buf, pos, length);
      pos = count;
      return length;
    }
  }
}
