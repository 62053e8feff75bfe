package dev.verdict.client;

import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.Value;
import dev.verdict.proto.v1.ValueList;
import dev.verdict.proto.v1.ValueRecord;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the values of properties as messages; the README has the table of what becomes what. */
final class ValueWriter {

  /** Deeper, a message could not be read again. */
  private static final int MAX_DEPTH = 16;

  private ValueWriter() {}

  /**
   * The message, or empty for an empty {@code Optional}: the property is absent then.
   *
   * @param path names the value in messages: {@code lines[2].price}
   */
  static Optional<Value> write(String path, @Nullable Object value) {
    return write(path, value, 0);
  }

  private static Optional<Value> write(String path, @Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "`" + path + "` is nested too deep (limit " + MAX_DEPTH + ")");
    }
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? Optional.empty() : write(path, optional.get(), depth + 1);
    }
    Value.Builder message = Value.newBuilder();
    if (value instanceof Boolean flag) {
      message.setFlag(flag);
    } else if (value instanceof Number number) {
      number(path, number, message);
    } else if (value instanceof Map<?, ?> map) {
      message.setRecord(record(path, map, depth));
    } else if (value instanceof Collection<?> values) {
      message.setList(list(path, values, depth));
    } else if (value != null && value.getClass().isArray()) {
      message.setList(list(path, elements(value), depth));
    } else {
      message.setText(WellFormed.text(path, text(path, value)));
    }
    return Optional.of(message.build());
  }

  /** An instant is sent in UTC, whatever the offset it came with: RFC 3339, with seconds. */
  private static String text(String path, @Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant().toString();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant().toString();
    }
    if (value instanceof Instant
        || value instanceof LocalDate
        || value instanceof Duration
        || value instanceof UUID) {
      return value.toString();
    }
    throw unsupported(path, value);
  }

  private static void number(String path, Number number, Value.Builder message) {
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      message.setInteger(number.longValue());
    } else if (number instanceof BigDecimal || number instanceof BigInteger) {
      message.setDecimal(number.toString());
    } else if (number instanceof Double || number instanceof Float) {
      message.setDecimal(exact(path, number.toString()).toString());
    } else {
      throw unsupported(path, number);
    }
  }

  /** The decimal number that Java prints: what the author of {@code 0.1} meant. */
  private static BigDecimal exact(String path, String printed) {
    try {
      return new BigDecimal(printed);
    } catch (NumberFormatException notFinite) {
      throw new IllegalArgumentException("`" + path + "` is not a finite number", notFinite);
    }
  }

  private static List<?> elements(Object array) {
    return array instanceof Object[] objects
        ? Arrays.asList(objects)
        : IntStream.range(0, Array.getLength(array)).mapToObj(i -> Array.get(array, i)).toList();
  }

  private static ValueList list(String path, Collection<?> values, int depth) {
    var list = ValueList.newBuilder();
    int index = 0;
    for (Object value : values) {
      write(path + "[" + index + "]", value, depth + 1).ifPresent(list::addValues);
      index++;
    }
    return list.build();
  }

  private static ValueRecord record(String path, Map<?, ?> map, int depth) {
    var record = ValueRecord.newBuilder();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw new IllegalArgumentException(
            "`" + path + "` has a key that is " + type(entry.getKey()) + " (expected: a string)");
      }
      String name = WellFormed.name(path, key);
      write(path + "." + name, entry.getValue(), depth + 1)
          .ifPresent(
              value -> record.addAttributes(Attribute.newBuilder().setName(name).setValue(value)));
    }
    return record.build();
  }

  private static IllegalArgumentException unsupported(String path, @Nullable Object value) {
    return new IllegalArgumentException(
        value == null
            ? "`" + path + "` is null; leave out what has no value, or pass an empty Optional"
            : "`"
                + path
                + "` is "
                + type(value)
                + ", which cannot be sent (expected: a string, boolean, number, enum, UUID,"
                + " Instant, OffsetDateTime, ZonedDateTime, LocalDate or Duration, or a"
                + " collection, array, map or Optional of those)");
  }

  private static String type(@Nullable Object value) {
    return value == null ? "null" : "a " + value.getClass().getTypeName();
  }
}
