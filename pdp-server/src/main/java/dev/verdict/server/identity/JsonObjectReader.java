package dev.verdict.server.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object strictly: UTF-8, each name once, whole characters, bounded in depth and
 * count. Two readers that understood a token differently would be an attack; where this one has a
 * doubt there is no token.
 */
final class JsonObjectReader {

  private static final int MAX_NAME = 256;
  private static final int MAX_NUMBER = 64;

  /** Roughly what a double can hold; beyond it arithmetic becomes a way to burn time. */
  private static final int MAX_EXPONENT = 400;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limit.DEPTH.standard())
                  .maxNameLength(MAX_NAME)
                  .maxNumberLength(MAX_NUMBER)
                  .maxStringLength(Limit.TEXT_LENGTH.standard())
                  .build())
          .build();

  private final JsonParser parser;
  private int count;

  private JsonObjectReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * @throws IOException where the bytes are no such object
   */
  static JsonObject read(byte[] bytes) throws IOException {
    String text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes))
            .toString();
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new JsonObjectReader(parser).document();
    }
  }

  private JsonObject document() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("no object");
    }
    var nulls = new HashSet<String>();
    Attributes members = members(nulls);
    if (parser.nextToken() != null) {
      throw new IOException("more than one object");
    }
    return new JsonObject(members, nulls);
  }

  private Attributes members(Set<String> nulls) throws IOException {
    Attributes.Builder members = Attributes.builder();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = wholeCharacters(parser.currentName());
      Value value = value(parser.nextToken());
      if (value == null) {
        nulls.add(name);
      } else if (!members.add(name, value)) {
        throw new IOException("a name stands twice");
      }
    }
    return members.build();
  }

  private Value list() throws IOException {
    List<Value> values = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      Value value = value(token);
      if (value == null) {
        throw new IOException("a list holds null");
      }
      values.add(value);
    }
    return new Value.Sequence(values);
  }

  private @Nullable Value value(JsonToken token) throws IOException {
    if (++count > Limit.VALUES.standard()) {
      throw new IOException("too many values");
    }
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> new Value.Flag(true);
      case VALUE_FALSE -> new Value.Flag(false);
      case VALUE_STRING -> new Value.Text(wholeCharacters(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token);
      case START_ARRAY -> list();
      case START_OBJECT -> new Value.Structure(members(new HashSet<>()));
      default -> throw new IOException("no value");
    };
  }

  private Value number(JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return new Value.Whole(parser.getLongValue());
    }
    BigDecimal number = parser.getDecimalValue();
    if (Math.abs((long) number.scale()) > MAX_EXPONENT) {
      throw new IOException("a number is too large or too fine");
    }
    return new Value.Decimal(number);
  }

  /** An escape can write half of a character, which encoders later turn into a question mark. */
  private static String wholeCharacters(String text) throws IOException {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IOException("half a character");
    }
    return text;
  }
}
