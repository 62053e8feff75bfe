/**
 * What is asked: questions of known answers, as each door wants them.
 *
 * <p>Start at {@link dev.verdict.benchmarks.load.question.Questions}.
 */
@NullMarked
package dev.verdict.benchmarks.load.question;

import org.jspecify.annotations.NullMarked;
