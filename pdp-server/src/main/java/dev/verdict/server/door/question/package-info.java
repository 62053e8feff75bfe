/**
 * What all doors have in common: a question, a batch of them, their admission and their answers.
 *
 * <p>Start at {@link dev.verdict.server.door.question.Questions}, to which every door hands what it
 * has read and which gives back what there is to write. {@link
 * dev.verdict.server.door.question.Question} is what a door makes of its bytes. Depends on {@code
 * decision}, {@code identity}, {@code refusal} and the policy language; knows no protocol.
 */
@NullMarked
package dev.verdict.server.door.question;

import org.jspecify.annotations.NullMarked;
