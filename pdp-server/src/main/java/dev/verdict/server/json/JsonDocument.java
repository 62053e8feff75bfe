package dev.verdict.server.json;

import dev.verdict.policy.request.Attributes;
import java.util.Set;

/**
 * One JSON object as it was sent. Only {@link JsonReader} makes them.
 *
 * @param members what has a value
 * @param nulls the names that stand there with null, which counts as absent unless somebody has to
 *     know; of the object itself, not of those within it
 */
public record JsonDocument(Attributes members, Set<String> nulls) {}
