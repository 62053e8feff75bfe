package dev.verdict.policy.yaml;

import java.util.Arrays;

/** A text under construction; each of its UTF-16 units remembers the index it came from. */
final class PlacedText {

  private final StringBuilder text = new StringBuilder();
  private int[] indexes = new int[32];

  void append(int codePoint, int index) {
    text.appendCodePoint(codePoint);
    if (text.length() > indexes.length) {
      indexes = Arrays.copyOf(indexes, 2 * indexes.length);
    }
    Arrays.fill(indexes, text.length() - Character.charCount(codePoint), text.length(), index);
  }

  boolean startsWith(String value) {
    return text.length() >= value.length() && text.indexOf(value) == 0;
  }

  int[] indexes(int length) {
    return Arrays.copyOf(indexes, length);
  }
}
