package dev.verdict.benchmarks.load;

/** What one entry of the table has shown. */
sealed interface Result permits RowResult, ReloadResult, StartResult {

  /** Tells it to a report. */
  void tell(Report report);
}
