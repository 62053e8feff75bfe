package dev.verdict.server.door.grpc;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The fields of a protobuf message and of those inside it, one after the other, without an object
 * for each message.
 *
 * <p>A field must come in the order of its number, as every encoder writes it, and one that is not
 * repeated only once. {@link UnusualMessageException} says that a message is written otherwise, or
 * is none at all: what it means is for the generated code to find.
 */
final class WireFields {

  /** The most messages in one another, as the generated code has it. */
  static final int MAX_NESTING = 100;

  /** Those bits of a tag hold how the field is written, those above its number. */
  static final int TYPE_BITS = 3;

  /** The field is a number or a flag. */
  static final int VARINT = 0;

  /** The field is text or a message. */
  static final int DELIMITED = 2;

  private static final int FIXED_64 = 1;
  private static final int GROUP = 3;
  private static final int END_OF_GROUP = 4;
  private static final int FIXED_32 = 5;
  private static final int TYPES = (1 << TYPE_BITS) - 1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

  private final byte[] bytes;
  private int position;

  /** Where the message ends that is being read. */
  private int end;

  private int nesting;

  /**
   * The fields of a message.
   *
   * @param start index of its first byte
   * @param end the index after its last byte
   * @param nesting how many messages it stands in
   */
  WireFields(byte[] bytes, int start, int end, int nesting) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
    this.nesting = nesting;
  }

  byte[] bytes() {
    return bytes;
  }

  /** The index of the next byte. */
  int position() {
    return position;
  }

  /** Goes back to a position in the same message. */
  void backTo(int earlier) {
    position = earlier;
  }

  /** The tag of the next field of this message, 0 where it ends. */
  int next() {
    if (position == end) {
      return 0;
    }
    int tag = length();
    if (tag >>> TYPE_BITS == 0) {
      throw new UnusualMessageException();
    }
    return tag;
  }

  /**
   * Makes sure that a field that is not repeated comes after the last one.
   *
   * @return the tag, to be the last one next time
   */
  static int after(int last, int tag) {
    if (tag <= last) {
      throw new UnusualMessageException();
    }
    return tag;
  }

  /** The same for a repeated field, which may come again. */
  static int notBefore(int last, int tag) {
    if (tag < last) {
      throw new UnusualMessageException();
    }
    return tag;
  }

  /** The same for a field that excludes those before it: of several the contract takes one. */
  static int alone(int last, int tag) {
    if (last != 0) {
      throw new UnusualMessageException();
    }
    return tag;
  }

  /**
   * Goes into the message that is the value of the field.
   *
   * @return to be given to {@link #leave} once {@link #next} has said that it ends
   */
  int enter() {
    int outside = end;
    end = endOfValue();
    if (++nesting > MAX_NESTING) {
      throw new UnusualMessageException();
    }
    return outside;
  }

  /** Goes back to the message around this one. */
  void leave(int outside) {
    nesting--;
    end = outside;
  }

  /**
   * Passes over the message or text that is the value of the field, which ends at {@link #position}
   * then.
   *
   * @return the index of its first byte
   */
  int passOver() {
    int last = endOfValue();
    int first = position;
    position = last;
    return first;
  }

  /** A text that is the value of the field. */
  String text() throws IOException {
    int start = position;
    int last = endOfValue();
    if (isAscii(position, last)) {
      // one byte a character: the decoder of UTF-8 would look for others once more
      String text = new String(bytes, position, last - position, StandardCharsets.ISO_8859_1);
      position = last;
      return text;
    }
    position = last;
    return CodedInputStream.newInstance(bytes, start, last - start).readStringRequireUtf8();
  }

  /** Passes over a text, and returns its length; -1 where it is not plain ASCII. */
  int asciiText() {
    int last = endOfValue();
    int length = isAscii(position, last) ? last - position : -1;
    position = last;
    return length;
  }

  /** A text that is the value of the field and a name: most requests have the same ones. */
  String name(KnownNames names) throws IOException {
    int start = position;
    int last = endOfValue();
    String known = names.find(bytes, position, last);
    if (known == null) {
      position = start;
      return text();
    }
    position = last;
    return known;
  }

  private boolean isAscii(int from, int to) {
    int index = from;
    for (; index <= to - Long.BYTES; index += Long.BYTES) {
      if (((long) LONGS.get(bytes, index) & NOT_ASCII) != 0) {
        return false;
      }
    }
    for (; index < to; index++) {
      if (bytes[index] < 0) {
        return false;
      }
    }
    return true;
  }

  /** A signed number, in the form whose small numbers are short. */
  long signed() {
    long number = number();
    return number >>> 1 ^ -(number & 1);
  }

  boolean flag() {
    return number() != 0;
  }

  /** The number of a constant, which need not be one of the contract. */
  int enumeration() {
    return (int) number();
  }

  /** Passes over a field that the contract does not have. */
  void skip(int tag) {
    switch (tag & TYPES) {
      case VARINT -> number();
      case FIXED_64 -> forward(Long.BYTES);
      case DELIMITED -> passOver();
      case GROUP -> skipGroup(tag);
      case FIXED_32 -> forward(Integer.BYTES);
      default -> throw new UnusualMessageException();
    }
  }

  private void skipGroup(int begin) {
    if (++nesting > MAX_NESTING) {
      throw new UnusualMessageException();
    }
    int ending = begin - GROUP + END_OF_GROUP;
    for (int tag = next(); tag != ending; tag = next()) {
      skip(tag);
    }
    nesting--;
  }

  private void forward(int length) {
    if (length > end - position) {
      throw new UnusualMessageException();
    }
    position += length;
  }

  private int endOfValue() {
    int length = length();
    if (length < 0 || length > end - position) {
      throw new UnusualMessageException();
    }
    return position + length;
  }

  /** A tag or a length: up to 32 bits in as few bytes as they need. */
  private int length() {
    if (position < end && bytes[position] >= 0) {
      return bytes[position++];
    }
    long number = number();
    if (number >>> Integer.SIZE != 0) {
      throw new UnusualMessageException();
    }
    return (int) number;
  }

  private long number() {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE && position < end; shift += Byte.SIZE - 1) {
      byte next = bytes[position++];
      number |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new UnusualMessageException();
  }
}
