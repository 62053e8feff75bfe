package dev.verdict.server.repository.git;

/**
 * How much is fetched of a git repository.
 *
 * @param maxBytes of what one fetch transfers, and of what a mirror gathers before it starts anew
 * @param maxBlobBytes of a file that can be a policy; the server is asked to leave out larger ones
 */
record FetchLimits(long maxBytes, int maxBlobBytes) {

  private static final int MAX_OBJECT_BYTES = 16 << 20;

  /**
   * The largest object of any kind, where the server leaves nothing out: what other objects are
   * stored as a difference to is held in memory.
   */
  int maxObjectBytes() {
    return Math.max(MAX_OBJECT_BYTES, maxBlobBytes);
  }
}
