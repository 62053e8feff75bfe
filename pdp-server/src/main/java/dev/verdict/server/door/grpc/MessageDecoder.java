package dev.verdict.server.door.grpc;

import com.google.protobuf.CodedInputStream;
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
 * @param nesting how many messages each stands in
 */
record MessageDecoder<R>(Reading<R> reading, Ordering ordering, int nesting) {

  /**
   * Decodes a message.
   *
   * @throws InvalidProtocolBufferException where the bytes are no such message: broken UTF-8,
   *     nested too deep, cut off
   * @throws InvalidRequestException naming the place, never a value
   */
  R decode(byte[] message) throws InvalidProtocolBufferException {
    return decode(message, 0, message.length);
  }

  /**
   * Decodes a message that is a part of others.
   *
   * @param start index of its first byte
   * @param end the index after its last byte
   */
  R decode(byte[] bytes, int start, int end) throws InvalidProtocolBufferException {
    try {
      return reading.read(bytes, start, end);
    } catch (IOException | UnusualMessageException | InvalidRequestException untaken) {
      CodedInputStream input = CodedInputStream.newInstance(bytes, start, end - start);
      input.setRecursionLimit(WireFields.MAX_NESTING - nesting);
      return decodeOrdered(input);
    }
  }

  private R decodeOrdered(CodedInputStream input) throws InvalidProtocolBufferException {
    try {
      byte[] ordered = ordering.order(input);
      return reading.read(ordered, 0, ordered.length);
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
     * @throws UnusualMessageException where the fields are not in order, or it is malformed
     * @throws InvalidRequestException where it breaks a rule of requests
     * @throws IOException where it is malformed
     */
    R read(byte[] bytes, int start, int end) throws IOException;
  }

  /** Puts a message in order. */
  @FunctionalInterface
  interface Ordering {

    byte[] order(CodedInputStream input) throws IOException;
  }
}
