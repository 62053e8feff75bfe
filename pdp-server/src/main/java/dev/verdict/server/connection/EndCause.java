package dev.verdict.server.connection;

/** Why the server ended a connection, or did not take it. */
public enum EndCause {
  /** No more connections can be open at once, and none of them is unproven. */
  FULL,
  /** The oldest unproven connection gave way to a new one. */
  GAVE_WAY,
  /** It had too many unproven ones of its address beside it. */
  ADDRESS_FULL,
  /** No call on it was authenticated in time. */
  UNPROVEN_TOO_LONG,
  /** It sent too much before a call on it was authenticated. */
  UNPROVEN_TOO_MUCH,
  /** What it sent first was not gRPC. */
  NOT_GRPC
}
