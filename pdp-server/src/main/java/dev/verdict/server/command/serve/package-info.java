/**
 * {@code verdict serve}: its options, what it prints, and when it ends.
 *
 * <p>Start at {@code ServeCommand}. May depend on all of the server, and of the command line on
 * {@code output}.
 */
@NullMarked
package dev.verdict.server.command.serve;

import org.jspecify.annotations.NullMarked;
