/**
 * The HTTP door: OpenID AuthZEN 1.0 over JSON.
 *
 * <p>Start at {@code HttpDoor}. {@code JsonReader} is the one class that turns bytes from outside
 * into values. Depends on {@code decision} and {@code identity}.
 */
@NullMarked
package dev.verdict.server.http;

import org.jspecify.annotations.NullMarked;
