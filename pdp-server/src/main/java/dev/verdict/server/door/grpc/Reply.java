package dev.verdict.server.door.grpc;

import io.grpc.Status;

/** What a call is answered with. */
sealed interface Reply<A> {

  /** A message. */
  record Answer<A>(A message) implements Reply<A> {}

  /** A status without a message. */
  record Refusal<A>(Status status) implements Reply<A> {}
}
