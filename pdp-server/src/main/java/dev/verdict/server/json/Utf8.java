package dev.verdict.server.json;

/** Characters beyond ASCII as bytes (RFC 3629): no overlong forms, no surrogates. */
final class Utf8 {

  private Utf8() {}

  /**
   * How many bytes the character at a place has, from 2 to 4; 0 where there is none.
   *
   * @param at of a byte beyond ASCII
   */
  static int length(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (at + length > bytes.length || !isSecond(first, bytes[at + 1] & 0xFF)) {
      return 0;
    }
    for (int i = at + 2; i < at + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /** RFC 3629 §4: after some first bytes the second has a narrower range. */
  private static boolean isSecond(int first, int second) {
    return switch (first) {
      case 0xE0 -> second >= 0xA0 && second <= 0xBF;
      case 0xED -> second >= 0x80 && second <= 0x9F;
      case 0xF0 -> second >= 0x90 && second <= 0xBF;
      case 0xF4 -> second >= 0x80 && second <= 0x8F;
      default -> second >= 0x80 && second <= 0xBF;
    };
  }

  /**
   * Writes a character, of one to four bytes.
   *
   * @return the place after it
   */
  static int write(int character, byte[] to, int at) {
    if (character < 0x80) {
      to[at] = (byte) character;
      return at + 1;
    }
    int length = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    int rest = character;
    for (int i = at + length - 1; i > at; i--) {
      to[i] = (byte) (0x80 | (rest & 0x3F));
      rest >>= 6;
    }
    int mark = length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0;
    to[at] = (byte) (mark | rest);
    return at + length;
  }
}
