package dev.verdict.server.metrics;

/** How the decision service was called. */
public enum DecisionCall {
  SINGLE,
  BATCH,
  EXPLAIN
}
