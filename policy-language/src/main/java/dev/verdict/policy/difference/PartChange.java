package dev.verdict.policy.difference;

import java.util.Optional;

/**
 * Something that is said otherwise of a thing.
 *
 * @param part the key; empty: all of it
 * @param before absent: nothing was said
 * @param after absent: nothing is said any more
 */
public record PartChange(String part, Optional<String> before, Optional<String> after) {

  /** {@code `when` is `a`, was `b`}. */
  public String sentence() {
    String subject = part.isEmpty() ? "it" : "`" + part + "`";
    if (before.isEmpty()) {
      return subject + " is new: " + quoted(after.orElse(""));
    }
    return after
        .map(text -> subject + " is " + quoted(text) + ", was " + quoted(before.get()))
        .orElseGet(() -> subject + " is gone, was " + quoted(before.get()));
  }

  private static String quoted(String text) {
    return "`" + text + "`";
  }
}
