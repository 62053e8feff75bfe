package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.measure.Sample;

/**
 * What starting a server takes.
 *
 * @param program that starts it
 * @param milliseconds until it has given its first answer, and that was right
 * @param cpuSeconds processor time until then
 * @param residentBytes that it holds then
 */
record StartResult(String program, Sample milliseconds, Sample cpuSeconds, Sample residentBytes)
    implements Result {

  @Override
  public void tell(Report report) {
    report.start(this);
  }
}
