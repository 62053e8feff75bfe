package dev.verdict.server.transport;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * One HTTP request that has arrived in full.
 *
 * @param headers names match in any case
 */
public record Call(MultiMap headers, Buffer body) {}
