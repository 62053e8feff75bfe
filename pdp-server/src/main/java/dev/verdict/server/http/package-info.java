/**
 * The HTTP door: OpenID AuthZEN 1.0 over JSON.
 *
 * <p>Start at {@link dev.verdict.server.http.HttpDoor}. {@code JsonReader} is the one class that
 * turns bytes from outside into values, {@code AccessRequestReader} turns values into a request.
 * {@link dev.verdict.server.http.EventLoops} and {@link dev.verdict.server.http.JsonWriter} serve
 * the operator's door too. Depends on {@code decision}, {@code identity}, {@code configuration} and
 * {@code metrics}.
 */
@NullMarked
package dev.verdict.server.http;

import org.jspecify.annotations.NullMarked;
