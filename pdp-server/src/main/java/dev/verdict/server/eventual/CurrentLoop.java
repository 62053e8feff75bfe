package dev.verdict.server.eventual;

import java.util.concurrent.Executor;

/**
 * Names the event loop that is running: what waits for another thread, or lets others go first,
 * goes on there.
 */
public interface CurrentLoop {

  /** Runs tasks on the event loop that this is called on, one after the other, later. */
  Executor executor();
}
