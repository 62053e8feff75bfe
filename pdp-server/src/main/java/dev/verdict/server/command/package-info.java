/**
 * The {@code verdict} command line.
 *
 * <p>Start at {@code VerdictCommand}; one class for each sub-command. May depend on all of the
 * server; nothing depends on it.
 */
@NullMarked
package dev.verdict.server.command;

import org.jspecify.annotations.NullMarked;
