package dev.verdict.policy.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Names files by their path: {@code *} stands for any characters within a name, {@code ?} for one,
 * and {@code **} as a whole name for any number of names.
 */
record PathPattern(List<String> names) {

  static final int MAX_LENGTH = 200;

  private static final String ANY_NAMES = "**";

  PathPattern {
    names = List.copyOf(names);
  }

  static PathPattern of(String pattern) {
    return new PathPattern(List.of(pattern.split("/", -1)));
  }

  /** Why a text is no pattern, to end a sentence. */
  static Optional<String> problem(String pattern) {
    if (pattern.length() > MAX_LENGTH) {
      return Optional.of("it has more than " + MAX_LENGTH + " characters");
    }
    if (pattern.chars().anyMatch(c -> "\\[]{}!".indexOf(c) >= 0)) {
      return Optional.of("only `*`, `**` and `?` stand for something else");
    }
    List<String> names = List.of(pattern.split("/", -1));
    if (names.stream().anyMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."))) {
      return Optional.of(
          "it is a path from the root of the repository, such as `ci/**`, without empty names,"
              + " `.` or `..`");
    }
    return names.stream().anyMatch(name -> name.contains(ANY_NAMES) && name.length() > 2)
        ? Optional.of("`**` stands alone between two `/`")
        : Optional.empty();
  }

  boolean matches(String path) {
    String[] given = path.split("/", -1);
    return matches(
        names.size(),
        i -> names.get(i).equals(ANY_NAMES),
        given.length,
        (i, at) -> nameMatches(names.get(i), given[at]));
  }

  private static boolean nameMatches(String pattern, String name) {
    return matches(
        pattern.length(),
        i -> pattern.charAt(i) == '*',
        name.length(),
        (i, at) -> pattern.charAt(i) == '?' || pattern.charAt(i) == name.charAt(at));
  }

  /** Compares one part of a pattern with one of what it is matched against. */
  private interface Fit {
    boolean fits(int patternIndex, int index);
  }

  /**
   * Matches parts of a pattern, of which some stand for any number of parts. Goes back to the last
   * of those only, since an earlier one could gain nothing more: the time is bounded by the product
   * of the lengths.
   */
  private static boolean matches(int patternLength, IntPredicate any, int length, Fit fit) {
    int p = 0;
    int lastAny = -1;
    int resume = 0;
    for (int at = 0; at < length; ) {
      if (p < patternLength && any.test(p)) {
        lastAny = p++;
        resume = at;
      } else if (p < patternLength && fit.fits(p, at)) {
        p++;
        at++;
      } else if (lastAny >= 0) {
        p = lastAny + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (p < patternLength && any.test(p)) {
      p++;
    }
    return p == patternLength;
  }
}
