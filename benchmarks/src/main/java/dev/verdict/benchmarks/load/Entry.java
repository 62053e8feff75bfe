package dev.verdict.benchmarks.load;

import java.io.IOException;

/**
 * One entry of the table, not yet measured.
 *
 * @param quick whether a quick run has it
 */
record Entry(String name, boolean quick, Measurement measurement) {

  /** Measures it, which takes a while. */
  interface Measurement {

    Result run() throws IOException, InterruptedException;
  }
}
