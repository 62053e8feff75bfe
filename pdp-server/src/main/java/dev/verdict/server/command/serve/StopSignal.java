package dev.verdict.server.command.serve;

/** Somebody's wish that a running command should end. */
public interface StopSignal {

  /** Returns once it is wished. */
  void await() throws InterruptedException;
}
