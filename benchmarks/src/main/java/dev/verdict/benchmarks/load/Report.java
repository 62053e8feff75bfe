package dev.verdict.benchmarks.load;

/** Shows results, each as it comes. */
interface Report {

  /** The server beside its baseline. */
  void row(RowResult result);

  /** Answers while policies change. */
  void reload(ReloadResult result);

  /** A start. */
  void start(StartResult result);
}
