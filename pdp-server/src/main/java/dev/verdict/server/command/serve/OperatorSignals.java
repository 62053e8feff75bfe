package dev.verdict.server.command.serve;

/** What the operator wishes of a running command. */
public interface OperatorSignals {

  /** Returns once it is wished that the command should end. */
  void awaitStop() throws InterruptedException;

  /**
   * Says what to do when it is wished that the command should look again at what it reads. Such a
   * wish before this call does nothing.
   */
  default void onHangup(Runnable look) {
    // whoever sends no such wish has nothing to remember
  }
}
