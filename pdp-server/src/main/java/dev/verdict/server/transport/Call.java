package dev.verdict.server.transport;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * One HTTP request that has arrived in full.
 *
 * @param headers names match in any case
 * @param requestId the caller's own name for it
 */
public record Call(MultiMap headers, Buffer body, Optional<String> requestId) {}
