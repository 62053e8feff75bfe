package dev.verdict.benchmarks.load.wire;

/** Hears what becomes of a call, on the event loop of the connections. */
public interface Caller {

  /** An answer came. */
  void answered(int message, byte[] body);

  /** There will be no answer, or it says that the call failed. */
  void failed(int message, String why);
}
