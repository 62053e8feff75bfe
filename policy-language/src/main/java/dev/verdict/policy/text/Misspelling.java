package dev.verdict.policy.text;

/**
 * Whether a name is so much like a declared one that whoever wrote it meant that one. Bounded by
 * the length of the names and without garbage, since requests are asked.
 */
public final class Misspelling {

  /** Among shorter names one edit leads from one good name to the next. */
  private static final int MIN_EDITED = 5;

  private Misspelling() {}

  /**
   * Whether they are the same but for case, {@code -} and {@code _}, or, from five letters on, but
   * for one edit.
   *
   * @param declared another name than the one that was written
   */
  public static boolean isOf(String written, String declared) {
    return isSame(written, declared)
        || (declared.length() >= MIN_EDITED && isOneEdit(written, declared));
  }

  /** Whether they are the same but for case, {@code -} and {@code _}. */
  public static boolean isSame(String written, String declared) {
    int i = 0;
    int j = 0;
    while (true) {
      i = letter(written, i);
      j = letter(declared, j);
      if (i == written.length() || j == declared.length()) {
        return i == written.length() && j == declared.length();
      }
      if (folded(written.charAt(i++)) != folded(declared.charAt(j++))) {
        return false;
      }
    }
  }

  private static int letter(String name, int from) {
    int i = from;
    while (i < name.length() && (name.charAt(i) == '-' || name.charAt(i) == '_')) {
      i++;
    }
    return i;
  }

  private static char folded(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  /** An insertion, a deletion, a substitution or a swap of neighbours. */
  private static boolean isOneEdit(String a, String b) {
    int longer = a.length() - b.length();
    if (longer < -1 || longer > 1) {
      return false;
    }
    int i = 0;
    while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return switch (longer) {
      case 1 -> a.regionMatches(i + 1, b, i, b.length() - i);
      case -1 -> a.regionMatches(i, b, i + 1, a.length() - i);
      default ->
          a.regionMatches(i + 1, b, i + 1, b.length() - i - 1)
              || (i + 1 < a.length()
                  && a.charAt(i) == b.charAt(i + 1)
                  && a.charAt(i + 1) == b.charAt(i)
                  && a.regionMatches(i + 2, b, i + 2, b.length() - i - 2));
    };
  }
}
