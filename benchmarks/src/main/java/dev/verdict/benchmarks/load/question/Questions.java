package dev.verdict.benchmarks.load.question;

import dev.verdict.benchmarks.evaluator.Workload;
import dev.verdict.benchmarks.load.traffic.WrongAnswerException;
import dev.verdict.benchmarks.load.wire.Message;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The questions of a {@link Workload} as one door wants them, and which answers are right. */
public final class Questions {

  private static final String AMOUNT = "amount";
  private static final long ABOVE_EVERY_LIMIT = 1_000_000;

  private final Door door;
  private final List<Question> questions;

  private Questions(Door door, List<Question> questions) {
    this.door = door;
    this.questions = questions;
  }

  /**
   * All questions; where the door takes batches, each of them with thirty resources, every other
   * one with an amount above the limit.
   */
  public static Questions of(Workload workload, Door door) {
    List<AccessRequest> all = workload.questions();
    return new Questions(
        door,
        IntStream.range(0, all.size())
            .mapToObj(i -> question(all.get(i), Workload.isPermitted(i), door.decisions()))
            .toList());
  }

  private static Question question(AccessRequest request, boolean permitted, int decisions) {
    var requests = new ArrayList<>(List.of(request));
    var expected = new ArrayList<>(List.of(permitted));
    for (int i = 1; i < decisions; i++) {
      boolean high = i % 2 == 1;
      requests.add(withResource(request, i, high));
      expected.add(permitted && !high);
    }
    return new Question(requests, expected);
  }

  private static AccessRequest withResource(AccessRequest request, int number, boolean high) {
    Entity resource = request.resource();
    var attributes = Attributes.builder();
    for (String name : resource.attributes().names()) {
      Value value = Objects.requireNonNull(resource.attributes().get(name));
      boolean replaced = high && name.equals(AMOUNT);
      attributes.add(name, replaced ? new Value.Whole(ABOVE_EVERY_LIMIT) : value);
    }
    return new AccessRequest(
        request.subject(),
        request.action(),
        new Entity(resource.type(), resource.id() + "-" + number, attributes.build()),
        request.context(),
        request.now());
  }

  /**
   * The calls, ready to be sent.
   *
   * @param tokens of the callers, who ask in turn; empty: they say nothing of themselves
   */
  public List<Message> messages(List<String> tokens) {
    return IntStream.range(0, questions.size())
        .mapToObj(
            i ->
                new Message(
                    door.body(questions.get(i)),
                    tokens.isEmpty()
                        ? Optional.empty()
                        : Optional.of(tokens.get(i % tokens.size()))))
        .toList();
  }

  /**
   * Compares the decisions of answers with what they should be.
   *
   * @param answers one for each message
   * @throws WrongAnswerException where one is different
   */
  public void check(List<byte[]> answers) {
    check(answers, number -> false);
  }

  /**
   * Compares the decisions of answers with what they should be.
   *
   * @param answers one for each message
   * @param denied the numbers of those messages that must be denied now, whatever they were before
   * @throws WrongAnswerException where one is different
   */
  public void check(List<byte[]> answers, IntPredicate denied) {
    for (int i = 0; i < questions.size(); i++) {
      List<Boolean> usual = questions.get(i).permitted();
      List<Boolean> expected = denied.test(i) ? Collections.nCopies(usual.size(), false) : usual;
      List<Boolean> decisions = door.decisions(answers.get(i));
      if (!decisions.equals(expected)) {
        throw new WrongAnswerException(
            "%s, question %d: %s (expected: %s)".formatted(door, i, decisions, expected));
      }
    }
  }
}
