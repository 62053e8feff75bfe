package dev.verdict.policy.source;

/**
 * One file of a policy repository.
 *
 * @param path relative to the root of the repository, with {@code /} between the names
 * @param text the whole content, decoded
 */
public record SourceFile(String path, String text) {

  /** The text of one line, without its line break; empty where there is no such line. */
  public String line(int number) {
    return text.lines().skip(Math.max(0, number - 1L)).findFirst().orElse("");
  }
}
