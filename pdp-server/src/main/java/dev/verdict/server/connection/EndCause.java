package dev.verdict.server.connection;

/** Why the server ended a connection, or did not take it. */
public enum EndCause {
  /** No more connections can be open at once, and none of them has to give way. */
  FULL,
  /** The oldest unproven connection gave way to a new one. */
  GAVE_WAY,
  /** Its address has too many unproven ones: the oldest that was looked at, or else the new one. */
  ADDRESS_FULL,
  /** No call on it was authenticated in time. */
  UNPROVEN_TOO_LONG,
  /** It sent too much before a call on it was authenticated. */
  UNPROVEN_TOO_MUCH,
  /** What it sent first was not gRPC. */
  NOT_GRPC,
  /** It did not read what it was sent. */
  ANSWER_NOT_TAKEN
}
