package dev.verdict.policy.snapshot;

/** Is told how far loading has come, to show it or to measure it. */
@FunctionalInterface
public interface LoadListener {

  /** Does nothing. */
  LoadListener SILENT = stage -> {};

  /**
   * A stage is over. Called on the loading thread, for each stage in their order, and not for one
   * that found errors or would come after it.
   */
  void finished(LoadStage stage);
}
