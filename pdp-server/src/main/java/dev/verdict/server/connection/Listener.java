package dev.verdict.server.connection;

/** Where connections arrive. */
public enum Listener {
  GRPC,
  HTTP,
  ADMIN
}
