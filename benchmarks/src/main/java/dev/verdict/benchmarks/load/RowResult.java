package dev.verdict.benchmarks.load;

/** A row, measured. */
record RowResult(Row row, Figures baseline, Figures subject) implements Result {

  /** The server's processor time for each call, over that of the baseline. */
  double cpuRatio() {
    return subject.cpu().median() / baseline.cpu().median();
  }

  /** The server's calls in a second, over those of the baseline. */
  double throughputRatio() {
    return subject.throughput().median() / baseline.throughput().median();
  }

  @Override
  public void tell(Report report) {
    report.row(this);
  }
}
