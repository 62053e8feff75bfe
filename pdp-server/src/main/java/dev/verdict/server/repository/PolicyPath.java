package dev.verdict.server.repository;

import java.util.Locale;

/** Says by its name what a file or folder is to a policy repository. */
public final class PolicyPath {

  private PolicyPath() {}

  /** Whether a file of that name is read; the others are left to people. */
  public static boolean isYaml(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return !isHidden(name) && (lower.endsWith(".yaml") || lower.endsWith(".yml"));
  }

  /** Whether the name is one of those that tools keep to themselves, such as {@code .git}. */
  public static boolean isHidden(String name) {
    return name.startsWith(".");
  }
}
