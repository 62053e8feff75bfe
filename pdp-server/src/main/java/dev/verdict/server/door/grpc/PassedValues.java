package dev.verdict.server.door.grpc;

import dev.verdict.policy.request.Value;
import dev.verdict.policy.request.ValueSource;
import dev.verdict.server.door.question.AttributeBounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Values of a message that were checked and passed over: nobody knows yet whether a rule reads
 * them. Only such are passed over whose form is quickly checked, which most have: plain ASCII
 * texts, numbers, flags, and lists of these.
 */
final class PassedValues implements ValueSource {

  private final byte[] message;

  PassedValues(byte[] message) {
    this.message = message;
  }

  /**
   * Checks a value, and stands after it then.
   *
   * @param depth of the value
   * @return false where it has to be read to be judged; what is passed and counted by then means
   *     nothing
   */
  static boolean pass(WireFields fields, AttributeBounds bounds, int depth) {
    bounds.value();
    int outside = fields.enter();
    boolean passed =
        switch (fields.next()) {
          case AttributeDecoder.TEXT -> passText(fields, bounds);
          case AttributeDecoder.INTEGER, AttributeDecoder.FLAG -> passNumber(fields);
          case AttributeDecoder.LIST -> passList(fields, bounds, bounds.deeper(depth));
          default -> false;
        };
    boolean whole = passed && fields.next() == 0;
    fields.leave(outside);
    return whole;
  }

  private static boolean passText(WireFields fields, AttributeBounds bounds) {
    int length = fields.asciiText();
    return length >= 0 && bounds.mayHold(length);
  }

  private static boolean passNumber(WireFields fields) {
    fields.signed();
    return true;
  }

  private static boolean passList(WireFields fields, AttributeBounds bounds, int depth) {
    boolean passed = true;
    int outside = fields.enter();
    int tag = fields.next();
    while (passed && tag != 0) {
      passed = tag == AttributeDecoder.VALUES && pass(fields, bounds, depth);
      tag = passed ? fields.next() : 0;
    }
    fields.leave(outside);
    return passed;
  }

  /** {@inheritDoc} The place is the index of the value's length in the message. */
  @Override
  public Value read(int place) {
    try {
      return value(new WireFields(message, place, message.length, 0));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Value value(WireFields fields) throws IOException {
    int outside = fields.enter();
    int tag = fields.next();
    Value value =
        switch (tag) {
          case AttributeDecoder.TEXT -> new Value.Text(fields.text());
          case AttributeDecoder.INTEGER -> new Value.Whole(fields.signed());
          case AttributeDecoder.FLAG -> new Value.Flag(fields.flag());
          case AttributeDecoder.LIST -> new Value.Sequence(list(fields));
          default -> throw new AssertionError("tag: " + tag + " (expected: one that was passed)");
        };
    fields.leave(outside);
    return value;
  }

  private static List<Value> list(WireFields fields) throws IOException {
    var values = new ArrayList<Value>();
    int outside = fields.enter();
    while (fields.next() != 0) {
      values.add(value(fields));
    }
    fields.leave(outside);
    return values;
  }
}
