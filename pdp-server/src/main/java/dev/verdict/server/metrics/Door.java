package dev.verdict.server.metrics;

/** The ways into the server that ask for decisions. */
public enum Door {
  GRPC,
  HTTP
}
