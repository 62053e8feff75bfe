package dev.verdict.server.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.verdict.policy.request.InvalidRequestException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A string of a document: found, checked and, where somebody wants it, decoded. Most strings are
 * ASCII without escapes; of those nothing is looked at twice. One object reads one string after the
 * other.
 */
final class JsonText {

  private static final int UNIT = "\\u0000".length();

  private final byte[] document;

  /** The characters in UTF-8: a part of the document, or what escapes mean. */
  private byte[] source;

  private int start;
  private int end;
  private int length;
  private boolean ascii;
  private boolean escaped;
  private @Nullable String decoded;

  JsonText(byte[] document) {
    this.document = document;
    this.source = document;
  }

  /**
   * Finds and checks a string.
   *
   * @param from the place after the quote that opens it
   * @return the place after the quote that closes it
   * @throws InvalidRequestException where it is none, or holds half of a surrogate pair
   */
  int scan(int from) {
    byte[] bytes = document;
    int at = from;
    // a byte beyond ASCII is negative
    while (at < bytes.length && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
      at++;
    }
    source = bytes;
    start = from;
    length = at - from;
    ascii = true;
    escaped = false;
    decoded = null;
    if (at == bytes.length || bytes[at] != '"') {
      at = scanRest(at);
    }
    end = at;
    return at + 1;
  }

  /** Goes on to the closing quote, through escapes and characters beyond ASCII. */
  private int scanRest(int from) {
    int at = from;
    while (at < document.length && document[at] != '"') {
      int next = at + 1;
      if (document[at] == '\\') {
        next = escape(at);
        length += next - at > UNIT ? 2 : 1;
        escaped = true;
      } else if (document[at] < 0) {
        next = at + beyondAscii(at);
        length += next - at == 4 ? 2 : 1;
        ascii = false;
      } else if (document[at] < ' ') {
        throw JsonFault.unexpected(document, at);
      } else {
        length++;
      }
      at = next;
    }
    if (at == document.length) {
      throw JsonFault.unexpected(document, at);
    }
    return at;
  }

  private int beyondAscii(int at) {
    int bytes = Utf8.length(document, at);
    if (bytes == 0) {
      throw JsonFault.notUtf8(at);
    }
    return bytes;
  }

  /** The place after an escape; two of them that make one character count as one. */
  private int escape(int at) {
    if (at + 1 < document.length && document[at + 1] != 'u') {
      if (meaning(document[at + 1]) == 0) {
        throw JsonFault.unexpected(document, at + 1);
      }
      return at + 2;
    }
    char unit = unit(at);
    if (!Character.isSurrogate(unit)) {
      return at + UNIT;
    }
    int next = at + UNIT;
    boolean pair =
        Character.isHighSurrogate(unit)
            && next + 1 < document.length
            && document[next] == '\\'
            && document[next + 1] == 'u'
            && Character.isLowSurrogate(unit(next));
    if (!pair) {
      throw JsonFault.of("a string holds half of a surrogate pair", document, at);
    }
    return next + UNIT;
  }

  /** What an escape of one letter stands for; 0 where there is none. */
  private static byte meaning(byte letter) {
    return switch (letter) {
      case '"', '\\', '/' -> letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> 0;
    };
  }

  /** The UTF-16 unit that an escape of four digits stands for. */
  private char unit(int at) {
    int unit = 0;
    for (int i = at + 2; i < at + UNIT; i++) {
      int digit = i < document.length ? Character.digit((char) (document[i] & 0xFF), 16) : -1;
      if (digit < 0) {
        throw JsonFault.unexpected(document, Math.min(i, document.length));
      }
      unit = (unit << 4) | digit;
    }
    return (char) unit;
  }

  /** Of the string in UTF-16, as names and texts are measured everywhere. */
  int length() {
    return length;
  }

  /** The string. */
  String decoded() {
    String known = decoded;
    if (known == null) {
      byte[] bytes = source();
      known = new String(bytes, start, end - start, ascii && !escaped ? ISO_8859_1 : UTF_8);
      decoded = known;
    }
    return known;
  }

  /** Whether the string is a certain one, which is ASCII. */
  boolean is(String expected) {
    byte[] bytes = source();
    int size = end - start;
    if (size != expected.length()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (bytes[start + i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the string is a certain part of other bytes in UTF-8. */
  boolean is(byte[] other, int otherStart, int otherEnd) {
    byte[] bytes = source();
    return otherEnd - otherStart == end - start
        && Arrays.equals(bytes, start, end, other, otherStart, otherEnd);
  }

  /** Where the string stands in UTF-8, from {@link #start} to {@link #end}. */
  byte[] source() {
    if (escaped && source == document) {
      unescape();
    }
    return source;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** What it means is never longer than what was written. */
  private void unescape() {
    var plain = new byte[end - start];
    int to = 0;
    for (int at = start; at < end; ) {
      if (document[at] != '\\') {
        plain[to++] = document[at++];
      } else if (document[at + 1] != 'u') {
        plain[to++] = meaning(document[at + 1]);
        at += 2;
      } else {
        int next = escape(at);
        char unit = unit(at);
        int character = next - at > UNIT ? Character.toCodePoint(unit, unit(at + UNIT)) : unit;
        to = Utf8.write(character, plain, to);
        at = next;
      }
    }
    source = Arrays.copyOf(plain, to);
    start = 0;
    end = to;
  }
}
