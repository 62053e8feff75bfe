package dev.verdict.server.eventual;

import java.util.concurrent.Executor;

/**
 * Names the event loop that is running: what waits for another thread, or lets others go first,
 * goes on there.
 */
public interface CurrentLoop {

  /**
   * Runs tasks on the event loop that this is called on, one after the other, later: each after the
   * loop has looked at what has arrived from the network meanwhile. Left to itself, a loop of Netty
   * runs up to 64 tasks before it does, those that tasks add included.
   */
  Executor executor();
}
