package dev.verdict.policy.yaml;

/** Halves of UTF-16 characters: a text with one of them alone has no form in UTF-8. */
final class Surrogates {

  private Surrogates() {}

  static boolean hasLone(String text) {
    return text.codePoints().anyMatch(Surrogates::isSurrogate);
  }

  static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
