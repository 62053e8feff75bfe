package dev.verdict.policy.yaml;

import java.util.OptionalInt;

/**
 * Finds characters that a file must not hold: those that YAML forbids (YAML 1.2.2 §5.1), and those
 * that make a text look different from what it says: hidden line breaks and overrides of the
 * reading direction.
 */
final class CharacterCheck {

  private CharacterCheck() {}

  /** The index of the first such character. */
  static OptionalInt firstForbidden(SourceText source) {
    for (int i = 0; i < source.length(); i++) {
      if (isForbidden(source.at(i))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isForbidden(int codePoint) {
    if (codePoint < ' ') {
      return codePoint != '\t' && codePoint != '\n' && codePoint != '\r';
    }
    return (codePoint >= 0x7F && codePoint <= 0x9F)
        || isHiddenBreakOrOverride(codePoint)
        || Surrogates.isSurrogate(codePoint)
        || codePoint == 0xFEFF
        || codePoint == 0xFFFE
        || codePoint == 0xFFFF;
  }

  private static boolean isHiddenBreakOrOverride(int codePoint) {
    return codePoint == 0x2028
        || codePoint == 0x2029
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
