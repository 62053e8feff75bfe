package dev.verdict.client;

import dev.verdict.client.PdpException.Kind;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.Value;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the values of an obligation's properties. */
final class ValueReader {

  private ValueReader() {}

  /** Unmodifiable, in their order. */
  static Map<String, Object> read(List<Attribute> messages) {
    var result = new LinkedHashMap<String, Object>();
    for (Attribute message : messages) {
      if (result.put(message.getName(), read(message.getValue())) != null) {
        throw new PdpException(Kind.INVALID_ANSWER, "a property of an obligation stands twice");
      }
    }
    return Collections.unmodifiableMap(result);
  }

  private static Object read(Value value) {
    return switch (value.getKindCase()) {
      case TEXT -> value.getText();
      case INTEGER -> value.getInteger();
      case DECIMAL -> decimal(value.getDecimal());
      case FLAG -> value.getFlag();
      case LIST -> value.getList().getValuesList().stream().map(ValueReader::read).toList();
      case RECORD -> read(value.getRecord().getAttributesList());
      case KIND_NOT_SET ->
          throw new PdpException(
              Kind.INVALID_ANSWER, "a property of an obligation is of an unknown kind");
    };
  }

  private static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException malformed) {
      throw new PdpException(
          Kind.INVALID_ANSWER, "a property of an obligation is not a number", malformed);
    }
  }
}
