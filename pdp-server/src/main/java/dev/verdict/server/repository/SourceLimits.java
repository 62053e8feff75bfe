package dev.verdict.server.repository;

/**
 * The bounds of what is read from a policy source.
 *
 * @param maxFileBytes size of one file
 * @param maxTotalBytes size of all files together
 * @param maxFiles number of YAML files
 * @param maxEntries number of files and folders that are looked at, of whatever kind
 * @param maxDepth nesting of folders
 */
record SourceLimits(
    int maxFileBytes, long maxTotalBytes, int maxFiles, int maxEntries, int maxDepth) {

  static final SourceLimits DEFAULT = new SourceLimits(1_000_000, 64_000_000, 10_000, 100_000, 32);
}
