package dev.verdict.server.door.grpc;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;

/**
 * The fields of a protobuf message and of those inside it, one after the other, without an object
 * for each message. Limits on nesting are those of the generated code.
 *
 * <p>A field must come in the order of its number, as every encoder writes it, and one that is not
 * repeated only once. {@link UnorderedFieldException} says that a message is written otherwise: the
 * contract gives it a meaning, but it is for the generated code to find that.
 */
final class WireFields {

  /** The most messages in one another, as the generated code has it. */
  private static final int MAX_NESTING = 100;

  /** Those bits of a tag hold how the field is written, those above its number. */
  static final int TYPE_BITS = 3;

  /** The field is a number or a flag. */
  static final int VARINT = 0;

  /** The field is text or a message. */
  static final int DELIMITED = 2;

  private final CodedInputStream input;
  private int nesting;

  /**
   * The fields of a message.
   *
   * @param nesting how many messages it stands in
   */
  WireFields(byte[] message, int nesting) {
    this.input = input(message, nesting);
    this.nesting = nesting;
  }

  /** The same message for the generated code, which counts the nesting from there. */
  static CodedInputStream input(byte[] message, int nesting) {
    CodedInputStream input = CodedInputStream.newInstance(message);
    input.setRecursionLimit(MAX_NESTING - nesting);
    return input;
  }

  /** The tag of the next field of this message, 0 where it ends. */
  int next() throws IOException {
    return input.readTag();
  }

  /**
   * Makes sure that a field that is not repeated comes after the last one.
   *
   * @return the tag, to be the last one next time
   */
  static int after(int last, int tag) {
    if (tag <= last) {
      throw new UnorderedFieldException();
    }
    return tag;
  }

  /** The same for a repeated field, which may come again. */
  static int notBefore(int last, int tag) {
    if (tag < last) {
      throw new UnorderedFieldException();
    }
    return tag;
  }

  /** The same for a field that excludes those before it: of several the contract takes one. */
  static int alone(int last, int tag) {
    if (last != 0) {
      throw new UnorderedFieldException();
    }
    return tag;
  }

  /**
   * Goes into the message that is the value of the field.
   *
   * @return to be given to {@link #leave} once {@link #next} has said that it ends
   */
  int enter() throws IOException {
    int outside = input.pushLimit(input.readRawVarint32());
    if (++nesting > MAX_NESTING) {
      throw new InvalidProtocolBufferException("more than " + MAX_NESTING + " nested messages");
    }
    return outside;
  }

  /** Goes back to the message around this one. */
  void leave(int outside) {
    nesting--;
    input.popLimit(outside);
  }

  String text() throws IOException {
    return input.readStringRequireUtf8();
  }

  long signed() throws IOException {
    return input.readSInt64();
  }

  boolean flag() throws IOException {
    return input.readBool();
  }

  int enumeration() throws IOException {
    return input.readEnum();
  }

  /** The bytes of the message that is the value of the field. */
  byte[] message() throws IOException {
    return input.readByteArray();
  }

  /** Passes over a field that the contract does not have. */
  void skip(int tag) throws IOException {
    input.setRecursionLimit(MAX_NESTING - nesting);
    if (!input.skipField(tag)) {
      throw new InvalidProtocolBufferException("a group ends that did not begin");
    }
  }
}
