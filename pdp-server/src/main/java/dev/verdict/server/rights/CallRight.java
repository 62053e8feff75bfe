package dev.verdict.server.rights;

import java.util.Locale;

/** The kinds of calls that a caller may be allowed. */
public enum CallRight {
  EVALUATE,
  EXPLAIN;

  /** The word of the configuration: {@code explain}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
