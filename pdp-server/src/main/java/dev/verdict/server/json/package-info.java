/**
 * JSON from outside and to the outside.
 *
 * <p>Start at {@link dev.verdict.server.json.JsonTokens}, the one class that goes through the bytes
 * of a JSON document: a door reads a request straight from it. {@link
 * dev.verdict.server.json.JsonReader} makes values of a whole document, and {@link
 * dev.verdict.server.json.JsonWriter} writes one. Depends on requests and limits of the policy
 * language, and on nothing of the server.
 */
@NullMarked
package dev.verdict.server.json;

import org.jspecify.annotations.NullMarked;
