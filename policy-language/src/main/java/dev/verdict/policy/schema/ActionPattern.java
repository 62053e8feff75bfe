package dev.verdict.policy.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Patterns for names of actions: {@code *} for all of them, {@code files/*} for those behind it.
 */
public final class ActionPattern {

  /** Stands for every name. */
  public static final String ALL = "*";

  private static final String SEPARATORS = ".:/";

  private ActionPattern() {}

  /** Whether it stands for many names: no name holds the sign. */
  public static boolean isPattern(String name) {
    return name.contains(ALL);
  }

  /**
   * What the names begin with that a pattern stands for, up to a separator.
   *
   * @return empty where {@code *} is not the end, or does not follow a separator
   */
  public static Optional<String> prefix(String pattern) {
    int star = pattern.indexOf(ALL);
    boolean follows =
        star > 0 && star == pattern.length() - 1 && isSeparator(pattern.charAt(star - 1));
    return follows ? Optional.of(pattern.substring(0, star)) : Optional.empty();
  }

  /** The pattern for all names with a prefix. */
  public static String of(String prefix) {
    return prefix + ALL;
  }

  /** What a name begins with, up to each separator but one at its end; the shortest first. */
  public static List<String> prefixesOf(String name) {
    var prefixes = new ArrayList<String>();
    for (int i = 1; i < name.length(); i++) {
      if (isSeparator(name.charAt(i - 1))) {
        prefixes.add(name.substring(0, i));
      }
    }
    return prefixes;
  }

  private static boolean isSeparator(char c) {
    return SEPARATORS.indexOf(c) >= 0;
  }
}
