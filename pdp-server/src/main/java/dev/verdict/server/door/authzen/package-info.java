/**
 * The HTTP door: OpenID AuthZEN 1.0 over JSON.
 *
 * <p>Start at {@link dev.verdict.server.door.authzen.HttpDoor}. {@code AccessRequestReader} turns
 * JSON into a request. Depends on {@code transport}, {@code json}, {@code decision}, {@code
 * identity}, {@code configuration} and {@code metrics}.
 */
@NullMarked
package dev.verdict.server.door.authzen;

import org.jspecify.annotations.NullMarked;
