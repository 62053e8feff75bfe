/**
 * What a repository or a file format consists of: {@code verdict graph} and {@code schema}.
 *
 * <p>Start at {@code GraphCommand}. May depend on {@code json}, and of the command line on {@code
 * folder} and {@code output}.
 */
@NullMarked
package dev.verdict.server.command.show;

import org.jspecify.annotations.NullMarked;
