package dev.verdict.server.json;

import dev.verdict.policy.request.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** A place in the bytes of a document that only goes on. */
final class JsonCursor {

  private final byte[] document;
  private int at;

  JsonCursor(byte[] document) {
    this.document = document;
  }

  /**
   * Goes to where the document begins.
   *
   * @throws InvalidRequestException where it is empty or has a byte order mark
   */
  void start() {
    if (document.length == 0) {
      throw new InvalidRequestException("the body is empty (expected: a JSON object)");
    }
    boolean marked =
        document.length > 2
            && document[0] == (byte) 0xEF
            && document[1] == (byte) 0xBB
            && document[2] == (byte) 0xBF;
    if (marked) {
      throw new InvalidRequestException("the body starts with a byte order mark");
    }
    skipBlanks();
  }

  /** The place of the next byte. */
  int at() {
    return at;
  }

  void moveTo(int place) {
    at = place;
  }

  boolean isAtEnd() {
    return at == document.length;
  }

  /** Goes on to what is no white space (RFC 8259 §2). */
  void skipBlanks() {
    while (at < document.length && isBlank(document[at])) {
      at++;
    }
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }

  /** Goes over a character where it is the next one. */
  boolean take(char character) {
    if (at == document.length || document[at] != character) {
      return false;
    }
    at++;
    return true;
  }

  /**
   * Goes over a character.
   *
   * @throws InvalidRequestException where another one is next
   */
  void expect(char character) {
    if (!take(character)) {
      throw JsonFault.unexpected(document, at);
    }
  }

  /** The same with each character of a word. */
  void expect(String word) {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
  }

  /** The kind of value that begins with the next byte; null where none does. */
  @Nullable JsonKind kind() {
    if (at == document.length) {
      return null;
    }
    return switch (document[at]) {
      case '{' -> JsonKind.OBJECT;
      case '[' -> JsonKind.LIST;
      case '"' -> JsonKind.TEXT;
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> JsonKind.NUMBER;
      case 't', 'f' -> JsonKind.FLAG;
      case 'n' -> JsonKind.NULL;
      default -> null;
    };
  }
}
