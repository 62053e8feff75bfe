/**
 * A client of both doors, for the training run of the command line.
 *
 * <p>Start at {@link dev.verdict.server.command.training.TrainingQuestions}. Depends on nothing
 * else of the server; the only part of the command line that knows gRPC.
 */
@NullMarked
package dev.verdict.server.command.training;

import org.jspecify.annotations.NullMarked;
