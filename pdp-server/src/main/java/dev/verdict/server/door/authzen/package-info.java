/**
 * The HTTP door: OpenID AuthZEN 1.0 over JSON.
 *
 * <p>Start at {@link dev.verdict.server.door.authzen.HttpDoor}. {@code QuestionReader} turns JSON
 * into the parts of a question, {@code DecisionWriter} turns decisions into JSON; what lies between
 * is {@code door.question}'s. Depends on that, {@code transport}, {@code json}, {@code refusal},
 * {@code decision}, {@code identity} and {@code configuration}.
 */
@NullMarked
package dev.verdict.server.door.authzen;

import org.jspecify.annotations.NullMarked;
