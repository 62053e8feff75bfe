package dev.verdict.server.transport;

import io.vertx.core.buffer.Buffer;

/**
 * What a caller still sends of a request that is answered already. It is read and dropped: a caller
 * that is cut off while it sends sees a broken connection instead of the answer.
 */
final class Remainder {

  private static final long MAX_BYTES = 16L << 20;

  private final ConnectionDeadlines.Wait wait;
  private final boolean last;
  private long dropped;

  /**
   * Nothing of it has arrived yet.
   *
   * @param last whether the connection is to end after it
   */
  Remainder(ConnectionDeadlines.Wait wait, boolean last) {
    this.wait = wait;
    this.last = last;
  }

  void drop(Buffer chunk) {
    dropped += chunk.length();
    if (dropped > MAX_BYTES) {
      wait.close();
    }
  }

  void complete() {
    if (last) {
      wait.close();
    } else {
      wait.finished();
    }
  }
}
