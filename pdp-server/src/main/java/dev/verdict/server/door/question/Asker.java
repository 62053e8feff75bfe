package dev.verdict.server.door.question;

import dev.verdict.server.identity.Caller;
import java.util.Optional;

/**
 * Who asks, for all questions of one call.
 *
 * @param caller verified
 * @param requestId the caller's own name for the call
 */
public record Asker(Caller caller, Optional<String> requestId) {}
