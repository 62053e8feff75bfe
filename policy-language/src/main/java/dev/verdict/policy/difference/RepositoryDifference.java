package dev.verdict.policy.difference;

import dev.verdict.policy.authortest.TestCase;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.snapshot.Workbench;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a later state of a policy repository says differently than an earlier one.
 *
 * @param changes in the files, by kind
 * @param answers questions of the tests of both states that are answered otherwise
 * @param questions how many were asked
 */
public record RepositoryDifference(
    List<Change> changes, List<ChangedAnswer> answers, int questions) {

  public RepositoryDifference {
    changes = List.copyOf(changes);
    answers = List.copyOf(answers);
  }

  public static RepositoryDifference between(Workbench before, Workbench after) {
    Set<Question> asked = new HashSet<>();
    var answers = new ArrayList<ChangedAnswer>();
    ask(after.tests(), false, before, after, asked, answers);
    ask(before.tests(), true, before, after, asked, answers);
    return new RepositoryDifference(
        ItemComparison.compare(ItemReader.read(before), ItemReader.read(after)),
        answers,
        asked.size());
  }

  /** A test that both states have asks the same question only if its fixtures stayed the same. */
  private record Question(String name, Object request) {}

  private static void ask(
      List<TestCase> tests,
      boolean isEarlier,
      Workbench before,
      Workbench after,
      Set<Question> asked,
      List<ChangedAnswer> answers) {
    for (TestCase test : tests) {
      if (asked.add(new Question(test.name().value(), test.request()))) {
        Decision old = before.snapshot().decide(test.request());
        Decision decision = after.snapshot().decide(test.request());
        if (ChangedAnswer.differ(old, decision)) {
          answers.add(
              new ChangedAnswer(test.name().value(), test.name().span(), isEarlier, old, decision));
        }
      }
    }
  }
}
