package dev.verdict.policy.request;

/**
 * Whether a text shows anything. A name, a tenant or an id that is made only of white space,
 * zero-width characters or bidirectional controls looks like none, or like another one, to whoever
 * reads a rule or a log.
 *
 * <p>Such characters within other text count like any other: ids are compared character by
 * character, and nothing is trimmed or normalized.
 */
public final class VisibleText {

  private VisibleText() {}

  /**
   * Whether at least one character is visible: asked for every id, so the first one mostly says it.
   */
  public static boolean isIn(String text) {
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (isVisible(character)) {
        return true;
      }
      i += Character.charCount(character);
    }
    return false;
  }

  private static boolean isVisible(int character) {
    if (character > ' ' && character < 0x7F) {
      return true;
    }
    return switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> !isIgnorable(character);
    };
  }

  /**
   * Letters and marks that Unicode says are not to be shown (Default_Ignorable_Code_Point): fillers
   * and variation selectors; and the empty Braille pattern.
   */
  private static boolean isIgnorable(int character) {
    return character == 0x034F
        || (character >= 0x115F && character <= 0x1160)
        || (character >= 0x17B4 && character <= 0x17B5)
        || (character >= 0x180B && character <= 0x180F)
        || character == 0x2800
        || character == 0x3164
        || (character >= 0xFE00 && character <= 0xFE0F)
        || character == 0xFFA0
        || (character >= 0xE0000 && character <= 0xE0FFF);
  }
}
