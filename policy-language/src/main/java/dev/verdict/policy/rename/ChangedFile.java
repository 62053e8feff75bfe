package dev.verdict.policy.rename;

import dev.verdict.policy.source.SourceFile;

/**
 * A file that names what was renamed.
 *
 * @param places how often
 */
public record ChangedFile(SourceFile before, SourceFile after, int places) {

  public String path() {
    return before.path();
  }
}
