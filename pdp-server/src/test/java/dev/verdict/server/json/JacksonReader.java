package dev.verdict.server.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.DecimalText;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The obvious way to read JSON, for comparison: decodes the bytes strictly, has Jackson parse the
 * characters, and keeps a set of names for each object.
 */
public final class JacksonReader {

  /** Its own limits are out of the way of ours, which say what is wrong. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // interned or canonical names would let callers fill tables that outlive the request
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(JsonBounds.MAX_DEPTH + 1)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;
  private final int maxDepth;
  private final int maxValues;
  private final int maxTextLength;
  private final int maxNumberLength;
  private int values;

  private JacksonReader(JsonParser parser, JsonBounds bounds) {
    this.parser = parser;
    this.maxDepth = bounds.depth();
    this.maxValues = bounds.values();
    this.maxTextLength = bounds.textLength();
    this.maxNumberLength = bounds.numberLength();
  }

  /**
   * Reads a body.
   *
   * @throws InvalidRequestException where it is not one JSON object within all limits
   */
  public static JsonDocument read(byte[] body, JsonBounds bounds) {
    CharBuffer text = decode(body);
    try (JsonParser parser = FACTORY.createParser(text.array(), 0, text.limit())) {
      return new JacksonReader(parser, bounds).document();
    } catch (JsonEOFException cut) {
      throw new InvalidRequestException("the body is not JSON: it ends too early");
    } catch (JsonProcessingException malformed) {
      throw new InvalidRequestException("the body is not JSON" + at(malformed.getLocation()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static CharBuffer decode(byte[] body) {
    if (body.length == 0) {
      throw new InvalidRequestException("the body is empty (expected: a JSON object)");
    }
    ByteBuffer bytes = ByteBuffer.wrap(body);
    CharBuffer text = CharBuffer.allocate(body.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
    if (result.isError()) {
      throw new InvalidRequestException("the body is not UTF-8 (byte " + bytes.position() + ")");
    }
    text.flip();
    if (text.get(0) == '\uFEFF') {
      throw new InvalidRequestException("the body starts with a byte order mark");
    }
    return text;
  }

  private JsonDocument document() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new InvalidRequestException("the body is not a JSON object");
    }
    Set<String> names = new HashSet<>();
    Attributes members = members(names, 1);
    if (parser.nextToken() != null) {
      throw fault("something follows the JSON object");
    }
    if (names.size() == members.size()) {
      return new JsonDocument(members, Set.of());
    }
    names.removeAll(members.names());
    return new JsonDocument(members, names);
  }

  /**
   * Reads to the end of an object.
   *
   * @param names is filled with all names, also of members that are null
   */
  private Attributes members(Set<String> names, int depth) throws IOException {
    checkDepth(depth);
    Attributes.Builder members = Attributes.builder();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = name();
      if (!names.add(name)) {
        throw fault("a member name stands twice in one object");
      }
      Value value = value(parser.nextToken(), depth);
      if (value != null) {
        members.add(name, value);
      }
    }
    return members.build();
  }

  private Value.Sequence sequence(int depth) throws IOException {
    checkDepth(depth);
    var elements = new ArrayList<Value>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Value element = value(parser.currentToken(), depth);
      if (element == null) {
        throw fault("a list holds null");
      }
      elements.add(element);
    }
    return new Value.Sequence(elements);
  }

  private @Nullable Value value(JsonToken token, int depth) throws IOException {
    if (++values > maxValues) {
      throw fault("the body holds more than " + maxValues + " values");
    }
    return switch (token) {
      case START_OBJECT -> new Value.Structure(members(new HashSet<>(), depth + 1));
      case START_ARRAY -> sequence(depth + 1);
      case VALUE_STRING -> new Value.Text(text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> new Value.Flag(true);
      case VALUE_FALSE -> new Value.Flag(false);
      case VALUE_NULL -> null;
      case FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw fault("the body is not JSON");
    };
  }

  private String name() throws IOException {
    String name = parser.currentName();
    if (name.length() > Limit.NAME_LENGTH.standard()) {
      throw fault("a member name has more than " + Limit.NAME_LENGTH.standard() + " characters");
    }
    return checkSurrogates(name);
  }

  private String text() throws IOException {
    if (parser.getTextLength() > maxTextLength) {
      throw fault("a string has more than " + maxTextLength + " characters");
    }
    return checkSurrogates(parser.getText());
  }

  private Value number() throws IOException {
    Value number = parser.getTextLength() > maxNumberLength ? null : number(parser.getText());
    if (number == null) {
      throw fault("a number has more digits or a larger exponent than is taken");
    }
    return number;
  }

  private static @Nullable Value number(String text) {
    BigDecimal number = DecimalText.read(text);
    boolean whole = text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
    return number == null || !whole || number.toBigInteger().bitLength() >= Long.SIZE
        ? number == null ? null : new Value.Decimal(number)
        : new Value.Whole(number.longValueExact());
  }

  private String checkSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean paired =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!paired) {
          throw fault("a string holds half of a surrogate pair");
        }
        i++;
      }
    }
    return text;
  }

  private void checkDepth(int depth) {
    if (depth > maxDepth) {
      throw fault("the body is nested deeper than " + maxDepth);
    }
  }

  private InvalidRequestException fault(String message) {
    return new InvalidRequestException(message + at(parser.currentTokenLocation()));
  }

  private static String at(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }
}
