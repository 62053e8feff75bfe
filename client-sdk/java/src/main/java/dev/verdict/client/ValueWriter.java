package dev.verdict.client;

import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.Value;
import dev.verdict.proto.v1.ValueList;
import dev.verdict.proto.v1.ValueRecord;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Writes the values of properties as messages. */
final class ValueWriter {

  /** Deeper, a message could not be read again. */
  private static final int MAX_DEPTH = 16;

  private ValueWriter() {}

  /**
   * @param name of the property, for messages
   */
  static Value write(String name, Object value) {
    return write(name, value, 0);
  }

  private static Value write(String name, Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("`" + name + "` is nested too deep (limit 16)");
    }
    Value.Builder message = Value.newBuilder();
    if (value instanceof String text) {
      message.setText(WellFormed.text(name, text));
    } else if (value instanceof Boolean flag) {
      message.setFlag(flag);
    } else if (value instanceof Number number) {
      number(name, number, message);
    } else if (value instanceof Instant instant) {
      message.setText(instant.toString());
    } else if (value instanceof Collection<?> values) {
      message.setList(list(name, values, depth));
    } else if (value instanceof Map<?, ?> map) {
      message.setRecord(record(name, map, depth));
    } else {
      throw unsupported(name);
    }
    return message.build();
  }

  private static void number(String name, Number number, Value.Builder message) {
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      message.setInteger(number.longValue());
    } else if (number instanceof BigDecimal || number instanceof BigInteger) {
      message.setDecimal(number.toString());
    } else if (number instanceof Double || number instanceof Float) {
      message.setDecimal(exact(name, number.toString()).toString());
    } else {
      throw unsupported(name);
    }
  }

  /** The decimal number that Java prints: what the author of {@code 0.1} meant. */
  private static BigDecimal exact(String name, String printed) {
    try {
      return new BigDecimal(printed);
    } catch (NumberFormatException notFinite) {
      throw new IllegalArgumentException("`" + name + "` is not a finite number", notFinite);
    }
  }

  private static ValueList list(String name, Collection<?> values, int depth) {
    var list = ValueList.newBuilder();
    for (Object value : values) {
      list.addValues(write(name, value, depth + 1));
    }
    return list.build();
  }

  private static ValueRecord record(String name, Map<?, ?> map, int depth) {
    var record = ValueRecord.newBuilder();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw new IllegalArgumentException("`" + name + "` has a key that is not a string");
      }
      record.addAttributes(
          Attribute.newBuilder()
              .setName(WellFormed.name(name, key))
              .setValue(write(name, entry.getValue(), depth + 1)));
    }
    return record.build();
  }

  private static IllegalArgumentException unsupported(String name) {
    return new IllegalArgumentException(
        "`"
            + name
            + "` must be a string, a boolean, a number, an instant, or a collection or map of"
            + " those; leave out what has no value");
  }
}
