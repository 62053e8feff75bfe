package dev.verdict.server.door.question;

import dev.verdict.server.identity.Caller;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Who asks, for all questions of one call.
 *
 * @param caller verified
 * @param requestId the caller's own name for the call
 * @param gone whether nobody waits for the answer any more
 */
public record Asker(Caller caller, Optional<String> requestId, BooleanSupplier gone) {

  /** Somebody who waits as long as it takes. */
  public Asker(Caller caller, Optional<String> requestId) {
    this(caller, requestId, () -> false);
  }
}
