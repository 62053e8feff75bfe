package dev.verdict.server.door.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Writes messages as the wire allows them and encoders do not: fields in any order, several times,
 * with another wire type than the contract has, beside unknown ones and groups; sometimes cut off.
 */
final class RandomMessages {

  private static final int MOST_NESTED = 24;

  private final Random random;

  /** How many of a hundred messages are written in an odd way, and not as an encoder would. */
  private final int odd;

  RandomMessages(Random random, int odd) {
    this.random = random;
    this.odd = odd;
  }

  /** The bytes of one message of that kind. */
  byte[] of(Descriptor type) throws IOException {
    byte[] message = message(type, 0);
    if (!oddly() || message.length == 0) {
      return message;
    }
    switch (random.nextInt(8)) {
      case 0 -> message = java.util.Arrays.copyOf(message, random.nextInt(message.length));
      case 1 -> message[random.nextInt(message.length)] ^= (byte) (1 << random.nextInt(8));
      default -> {
        // whole
      }
    }
    return message;
  }

  private byte[] message(Descriptor type, int nesting) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var output = CodedOutputStream.newInstance(bytes);
    for (FieldDescriptor field : fields(type)) {
      int times = field.isRepeated() ? random.nextInt(nesting > 3 ? 3 : 4) : 1;
      for (int i = 0; i < times; i++) {
        write(output, field, nesting);
      }
    }
    if (oddly()) {
      unknown(output, nesting);
    }
    output.flush();
    return bytes.toByteArray();
  }

  /** Those that are written, in the order in which they are. */
  private List<FieldDescriptor> fields(Descriptor type) {
    List<FieldDescriptor> fields = new ArrayList<>(type.getFields());
    for (var oneof : type.getOneofs()) {
      FieldDescriptor kept = oneof.getField(random.nextInt(oneof.getFieldCount()));
      if (!oddly()) {
        fields.removeIf(field -> field.getContainingOneof() == oneof && field != kept);
      }
    }
    boolean whole = random.nextInt(4) > 0;
    fields.removeIf(field -> !whole && random.nextInt(3) == 0);
    if (oddly()) {
      fields.addAll(List.copyOf(fields));
      Collections.shuffle(fields, random);
    }
    return fields;
  }

  private void write(CodedOutputStream output, FieldDescriptor field, int nesting)
      throws IOException {
    int number = field.getNumber();
    if (oddly() && random.nextInt(4) == 0) {
      output.writeFixed32(number, random.nextInt());
      return;
    }
    switch (field.getJavaType()) {
      case STRING -> output.writeBytes(number, text(field));
      case LONG -> output.writeSInt64(number, random.nextLong());
      case BOOLEAN -> output.writeBool(number, random.nextInt(4) == 0);
      case ENUM -> output.writeEnum(number, random.nextInt(5));
      case MESSAGE -> {
        if (nesting < MOST_NESTED) {
          output.writeByteArray(number, message(field.getMessageType(), nesting + 1));
        }
      }
      default -> throw new AssertionError(field);
    }
  }

  private ByteString text(FieldDescriptor field) {
    if (oddly() && random.nextInt(4) == 0) {
      return ByteString.copyFrom(new byte[] {(byte) 0xC3, (byte) random.nextInt(256)});
    }
    if (field.getName().equals("decimal")) {
      return ByteString.copyFromUtf8(pick("1", "-2.50", "1e400", "x", "7E3"));
    }
    return ByteString.copyFromUtf8(pick("a", "b", "user", "\u00e4\ud83d\ude00", "", "role", "c"));
  }

  private String pick(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private void unknown(CodedOutputStream output, int nesting) throws IOException {
    int number = 100 + random.nextInt(3);
    switch (random.nextInt(6)) {
      case 0 -> output.writeUInt64(number, random.nextLong());
      case 1 -> output.writeFixed64(number, random.nextLong());
      case 2 -> output.writeByteArray(number, new byte[random.nextInt(4)]);
      case 3 -> groups(output, number, random.nextInt(3));
      case 4 -> groups(output, number, 100 - nesting - random.nextInt(3));
      default -> output.writeTag(number, WireFormat.WIRETYPE_END_GROUP);
    }
  }

  private static void groups(CodedOutputStream output, int number, int depth) throws IOException {
    for (int i = 0; i < depth; i++) {
      output.writeTag(number, WireFormat.WIRETYPE_START_GROUP);
    }
    for (int i = 0; i < depth; i++) {
      output.writeTag(number, WireFormat.WIRETYPE_END_GROUP);
    }
  }

  private boolean oddly() {
    return random.nextInt(100) < odd;
  }
}
