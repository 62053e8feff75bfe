package dev.verdict.server.repository;

import dev.verdict.policy.limit.Limit;

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
record SourceLimits(
    int maxFileBytes, long maxTotalBytes, int maxFiles, int maxEntries, int maxDepth) {

  static final SourceLimits DEFAULT =
      new SourceLimits(
          Limit.FILE_LENGTH.standard(),
          Limit.TOTAL_LENGTH.standard(),
          Limit.FILES.standard(),
          100_000,
          32);
}
