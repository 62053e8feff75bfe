/**
 * JSON from outside and to the outside.
 *
 * <p>Start at {@link dev.verdict.server.json.JsonReader}, the one class that turns the bytes of a
 * JSON document into values, and {@link dev.verdict.server.json.JsonWriter}. Depends on requests
 * and limits of the policy language, and on nothing of the server.
 */
@NullMarked
package dev.verdict.server.json;

import org.jspecify.annotations.NullMarked;
