/**
 * Commands that begin a policy repository, change all of it at once, or tell what a change of it
 * means: {@code verdict init}, {@code rename} and {@code diff}.
 *
 * <p>May depend on {@code repository} and {@code json}, and of the command line on {@code folder}
 * and {@code output}.
 */
@NullMarked
package dev.verdict.server.command.change;

import org.jspecify.annotations.NullMarked;
