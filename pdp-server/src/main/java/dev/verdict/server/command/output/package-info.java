/**
 * How commands tell what came of them: text, JSON, the status of the process, and failures.
 *
 * <p>Start at {@code Terminal}. May depend on {@code json}; knows no command.
 */
@NullMarked
package dev.verdict.server.command.output;

import org.jspecify.annotations.NullMarked;
