package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.load.question.Door;
import dev.verdict.benchmarks.load.wire.Protocol;

/**
 * One comparison of the server with what it cannot be faster than.
 *
 * @param name of the row
 * @param connections that are open
 * @param callers that ask at the same time in the closed loop
 */
record Row(String name, Door door, Setting setting, int connections, int callers) {

  private static final int CALLERS = 32;

  /** Thirty-two calls at a time, on as many connections as the protocol needs for that. */
  static Row of(String name, Door door, Setting setting) {
    return new Row(name, door, setting, door.protocol() == Protocol.GRPC ? 1 : CALLERS, CALLERS);
  }

  Row withConnections(int other) {
    return new Row(
        name,
        door,
        setting,
        other,
        door.protocol() == Protocol.GRPC ? Math.max(CALLERS, other) : other);
  }
}
