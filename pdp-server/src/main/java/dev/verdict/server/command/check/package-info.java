/**
 * What authors run over their files: {@code verdict validate}, {@code test} and {@code fmt}, once
 * or on every change.
 *
 * <p>Start at {@code ValidateCommand}; {@code FolderWatch} is what {@code --watch} does. May depend
 * on {@code repository} and {@code json}, and of the command line on {@code folder} and {@code
 * output}.
 */
@NullMarked
package dev.verdict.server.command.check;

import org.jspecify.annotations.NullMarked;
