package dev.verdict.client;

/** Text that can go over the wire unchanged. */
final class WellFormed {

  private WellFormed() {}

  /** The text, not empty: a name or an id. */
  static String name(String what, String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("`" + what + "` is empty");
    }
    return text(what, text);
  }

  /**
   * The text. Half a surrogate pair has no form in UTF-8 and would arrive as a question mark: as
   * another id than the one that was meant.
   */
  static String text(String what, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        throw new IllegalArgumentException("`" + what + "` holds half a surrogate pair");
      }
    }
    return text;
  }
}
