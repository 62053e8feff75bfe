package dev.verdict.policy.source;

import java.util.Optional;

/**
 * One file of a policy repository.
 *
 * @param path relative to the root of the repository, with {@code /} between the names
 * @param text the whole content, decoded
 */
public record SourceFile(String path, String text) {

  /** The text of one line, without its line break; absent where there is no such line. */
  public Optional<String> line(int number) {
    return text.lines().skip(Math.max(0, number - 1L)).findFirst();
  }
}
