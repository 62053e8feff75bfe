/**
 * The {@code verdict} command line.
 *
 * <p>Start at {@code VerdictCommand}; each sub-command stands in a room with those of its kind
 * ({@code serve}, {@code check}, {@code ask}, {@code show}, {@code change}), and none of these
 * rooms knows another. What several share is in {@code output} and {@code folder}. May depend on
 * all of the server; nothing depends on it.
 */
@NullMarked
package dev.verdict.server.command;

import org.jspecify.annotations.NullMarked;
