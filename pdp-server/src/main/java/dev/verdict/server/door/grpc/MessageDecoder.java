package dev.verdict.server.door.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.verdict.policy.request.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads the bytes of a message without the generated code, which stays the contract all the same:
 * bytes that cannot be taken at once are parsed and written by it, so that their fields come in
 * order and those that came twice are one, and only then they are taken or refused. So a message is
 * never refused, and never read in another way, than by the contract; that costs only those who
 * write it in an unusual way.
 *
 * @param reading takes the bytes of a message whose fields are in order
 * @param ordering the same message as the generated code writes it
 */
record MessageDecoder<R>(Reading<R> reading, Ordering ordering) {

  /**
   * Decodes a message.
   *
   * @throws InvalidProtocolBufferException where the bytes are no such message: broken UTF-8,
   *     nested too deep, cut off
   * @throws InvalidRequestException naming the place, never a value
   */
  R decode(byte[] message) throws InvalidProtocolBufferException {
    try {
      return reading.read(message);
    } catch (IOException | UnorderedFieldException | InvalidRequestException untaken) {
      return decodeOrdered(message);
    }
  }

  private R decodeOrdered(byte[] message) throws InvalidProtocolBufferException {
    try {
      return reading.read(ordering.order(message));
    } catch (InvalidProtocolBufferException malformed) {
      throw malformed;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Reads what is in order. */
  @FunctionalInterface
  interface Reading<R> {

    /**
     * Reads a whole message.
     *
     * @throws UnorderedFieldException where the fields are not in order
     * @throws InvalidRequestException where it breaks a rule of requests
     * @throws IOException where it is malformed
     */
    R read(byte[] message) throws IOException;
  }

  /** Puts a message in order. */
  @FunctionalInterface
  interface Ordering {

    byte[] order(byte[] message) throws IOException;
  }
}
