/**
 * The policy repository that a command works on.
 *
 * <p>Start at {@code PolicyFolder}. May depend on {@code repository}, and of the command line on
 * {@code output}; knows no command.
 */
@NullMarked
package dev.verdict.server.command.folder;

import org.jspecify.annotations.NullMarked;
