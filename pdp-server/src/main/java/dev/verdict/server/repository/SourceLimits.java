package dev.verdict.server.repository;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;

/**
 * The bounds of what is read from a policy source. A text never has more UTF-16 units than bytes,
 * so the limits of the language, counted in bytes, let nothing through that the language refuses.
 *
 * @param maxFileBytes size of one file
 * @param maxTotalBytes size of all files together
 * @param maxFiles number of YAML files
 * @param maxEntries number of files and folders that are looked at, of whatever kind
 * @param maxDepth nesting of folders
 */
public record SourceLimits(
    int maxFileBytes, long maxTotalBytes, int maxFiles, int maxEntries, int maxDepth) {

  private static final int ENTRIES_PER_FILE = 10;
  private static final int FOLDERS = 32;

  /** Those that go with the bounds of the language. */
  public static SourceLimits of(Limits limits) {
    int files = limits.of(Limit.FILES);
    return new SourceLimits(
        limits.of(Limit.FILE_LENGTH),
        limits.of(Limit.TOTAL_LENGTH),
        files,
        ENTRIES_PER_FILE * files,
        FOLDERS);
  }
}
