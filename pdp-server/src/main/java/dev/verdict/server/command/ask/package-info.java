/**
 * Questions to policies without a server: {@code verdict evaluate}, {@code explain} and {@code
 * repl}.
 *
 * <p>Start at {@code EvaluateCommand}; {@code QuestionOptions} is the question of one call, {@code
 * Conversation} that of many. May depend on {@code json}, and of the command line on {@code folder}
 * and {@code output}.
 */
@NullMarked
package dev.verdict.server.command.ask;

import org.jspecify.annotations.NullMarked;
