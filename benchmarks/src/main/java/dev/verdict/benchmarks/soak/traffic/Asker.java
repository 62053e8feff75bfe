package dev.verdict.benchmarks.soak.traffic;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks through one of the doors. */
interface Asker extends AutoCloseable {

  /** How long an honest caller waits; then the call has failed. */
  Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * Asks without waiting.
   *
   * @param invoice the id of the invoice
   * @return fails where the call does
   */
  CompletableFuture<Answer> ask(KnownQuestion question, String invoice);

  @Override
  void close();
}
