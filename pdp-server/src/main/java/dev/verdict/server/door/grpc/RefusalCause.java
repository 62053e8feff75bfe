package dev.verdict.server.door.grpc;

import dev.verdict.server.refusal.RefusalKind;

/**
 * Tells within a status, and within the server only, which refusal it stands for: several kinds
 * share a code.
 */
final class RefusalCause extends Exception {

  private static final long serialVersionUID = 1L;

  private final RefusalKind kind;

  /** Without a stack trace: a refusal must not cost more than an answer. */
  RefusalCause(RefusalKind kind) {
    super(kind.reason(), null, false, false);
    this.kind = kind;
  }

  RefusalKind kind() {
    return kind;
  }
}
