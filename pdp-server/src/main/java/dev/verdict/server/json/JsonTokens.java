package dev.verdict.server.json;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.request.ValueSource;

/**
 * Goes through the bytes of a JSON document once, value by value, and makes nothing of what nobody
 * asks for.
 *
 * <p>Two readers must never see two different requests in the same bytes, so it takes JSON (RFC
 * 8259) and, of that, I-JSON (RFC 7493) only: strict UTF-8 without a byte order mark, each member
 * name once after unescaping, no lone surrogates, no number that a double cannot hold. That holds
 * for values that are {@linkplain #skip skipped}, too. A list holds no null. Messages say where and
 * never repeat what was sent.
 *
 * <p>Begin with {@link #beginDocument} and end with {@link #endDocument}. In an object call {@link
 * #nextMember}, in a list {@link #nextElement}, until it is false. While it is true a value is at
 * hand: begin it, read it or skip it, once, unless it is null. What is wrong is thrown as {@link
 * InvalidRequestException}. Belongs to one thread.
 */
public final class JsonTokens {

  private final byte[] document;
  private final JsonBounds bounds;
  private final JsonCursor cursor;
  private final JsonText text;
  private final OpenObjects objects;

  private JsonKind kind = JsonKind.NULL;

  /** The first byte of the name or value at hand. */
  private int place;

  private int namePlace;

  private int depth;
  private int values;

  /** Whether nothing of the innermost object or list was read yet. */
  private boolean first;

  /** Reads nothing yet. */
  public JsonTokens(byte[] document, JsonBounds bounds) {
    this.document = document;
    this.bounds = bounds;
    this.cursor = new JsonCursor(document);
    this.text = new JsonText(document);
    this.objects = new OpenObjects(document);
  }

  /** Begins the object that the document is. */
  public void beginDocument() {
    cursor.start();
    place = cursor.at();
    JsonKind whole = cursor.isAtEnd() ? JsonKind.NULL : cursor.kind();
    if (whole == null) {
      throw JsonFault.unexpected(document, place);
    }
    if (whole != JsonKind.OBJECT) {
      throw new InvalidRequestException("the body is not a JSON object");
    }
    kind = whole;
    beginObject();
  }

  /** Makes sure that nothing follows the document. */
  public void endDocument() {
    cursor.skipBlanks();
    if (!cursor.isAtEnd()) {
      place = cursor.at();
      throw cursor.kind() == null
          ? JsonFault.unexpected(document, place)
          : fault("something follows the JSON object");
    }
  }

  /** Goes into the object at hand. */
  public void beginObject() {
    begin(JsonKind.OBJECT);
    objects.begin(depth);
  }

  /**
   * Goes into the object at hand, for a reader that keeps all its names and so finds by itself
   * which comes twice: it is to throw {@link #nameTwice}.
   */
  public void beginKept() {
    begin(JsonKind.OBJECT);
    objects.beginKept(depth);
  }

  /** Goes into the list at hand. */
  public void beginList() {
    begin(JsonKind.LIST);
  }

  private void begin(JsonKind expected) {
    check(expected);
    if (++depth > bounds.depth()) {
      throw fault("the body is nested deeper than " + bounds.depth());
    }
    cursor.moveTo(place + 1);
    first = true;
  }

  /** Goes on to the value of the next member; false: the object has ended. */
  public boolean nextMember() {
    if (ends('}')) {
      return false;
    }
    cursor.skipBlanks();
    place = cursor.at();
    namePlace = place;
    cursor.expect('"');
    cursor.moveTo(text.scan(place + 1));
    checkName();
    cursor.skipBlanks();
    cursor.expect(':');
    beginValue();
    return true;
  }

  /** Goes on to the next element; false: the list has ended. */
  public boolean nextElement() {
    if (ends(']')) {
      return false;
    }
    beginValue();
    if (kind == JsonKind.NULL) {
      throw fault("a list holds null");
    }
    return true;
  }

  /** Whether the object or list ends here; else goes over the comma that has to be there. */
  private boolean ends(char end) {
    cursor.skipBlanks();
    if (cursor.take(end)) {
      depth--;
      first = false;
      return true;
    }
    if (!first) {
      cursor.expect(',');
    }
    first = false;
    return false;
  }

  private void checkName() {
    if (text.length() > Limit.NAME_LENGTH.standard()) {
      throw fault("a member name has more than " + Limit.NAME_LENGTH.standard() + " characters");
    }
    if (!objects.add(depth, text)) {
      throw nameTwice();
    }
  }

  private void beginValue() {
    cursor.skipBlanks();
    place = cursor.at();
    JsonKind next = cursor.kind();
    if (next == null) {
      throw JsonFault.unexpected(document, place);
    }
    if (++values > bounds.values()) {
      throw fault("the body holds more than " + bounds.values() + " values");
    }
    kind = next;
    if (next == JsonKind.NULL) {
      cursor.expect("null");
    }
  }

  /** Of the value at hand. */
  public JsonKind kind() {
    return kind;
  }

  /** Whether the member at hand is null: then there is nothing of it to read. */
  public boolean isNull() {
    return kind == JsonKind.NULL;
  }

  /**
   * Whether the member at hand has a certain name; to be asked before its value is read.
   *
   * @param expected ASCII
   */
  public boolean nameIs(String expected) {
    return text.is(expected);
  }

  /** The name of the member at hand; to be asked for before its value is read. */
  public String name() {
    return text.decoded();
  }

  /** Reads the string at hand. */
  public String text() {
    scanText();
    return text.decoded();
  }

  private void scanText() {
    check(JsonKind.TEXT);
    cursor.moveTo(text.scan(place + 1));
    if (text.length() > bounds.textLength()) {
      throw fault("a string has more than " + bounds.textLength() + " characters");
    }
  }

  /** Reads the number at hand. */
  public Value number() {
    check(JsonKind.NUMBER);
    scanNumber();
    return JsonNumber.read(document, place, cursor.at());
  }

  private void scanNumber() {
    int end = JsonNumber.end(document, place);
    if (end - place > bounds.numberLength() || !JsonNumber.isTaken(document, place, end)) {
      throw fault("a number has more digits or a larger exponent than is taken");
    }
    cursor.moveTo(end);
  }

  /** Reads the flag at hand. */
  public boolean flag() {
    check(JsonKind.FLAG);
    boolean flag = document[place] == 't';
    cursor.expect(flag ? "true" : "false");
    return flag;
  }

  /** Checks the value at hand as if it were read. */
  public void skip() {
    switch (kind) {
      case OBJECT -> {
        beginObject();
        while (nextMember()) {
          skip();
        }
      }
      case LIST -> {
        beginList();
        while (nextElement()) {
          skip();
        }
      }
      case TEXT -> scanText();
      case NUMBER -> scanNumber();
      case FLAG -> flag();
      case NULL -> {}
    }
  }

  /** Where the value at hand begins, for {@link #moveTo} or {@link #values}. */
  public int place() {
    return place;
  }

  /** Goes back to a value of the document, once all of that was found to be in order. */
  public void moveTo(int earlier) {
    cursor.moveTo(earlier);
    depth = 0;
    values = 0;
    beginValue();
  }

  /** Gives values of the document by their places, once all of it was found to be in order. */
  public ValueSource values() {
    return new JsonValues(document, bounds);
  }

  /** The name at hand stands in its object already. */
  public InvalidRequestException nameTwice() {
    return JsonFault.of("a member name stands twice in one object", document, namePlace);
  }

  /** What is wrong with the name or value at hand, and where it stands. */
  public InvalidRequestException fault(String message) {
    return JsonFault.of(message, document, place);
  }

  private void check(JsonKind expected) {
    if (kind != expected) {
      throw new IllegalStateException("the value is not of the kind " + expected);
    }
  }
}
