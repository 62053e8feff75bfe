package dev.verdict.server.command;

/** Somebody's wish that a running command should end. */
interface StopSignal {

  /** Returns once it is wished. */
  void await() throws InterruptedException;
}
