package dev.verdict.server.door.question;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.server.decision.AnswerSize;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * As much of an explanation as an answer holds, at every door: a short question must not make a
 * long answer. It has no attribute values: those that are stored are nobody's but the policies'.
 *
 * @param decision that is explained
 * @param rules in the order of the repository; those that matched or were in error before others
 * @param leftOut how many more rules there are
 * @param ignored attributes that the question says in vain, since what is stored of them counts or
 *     the schema does not know them
 */
public record ShownExplanation(
    Decision decision, List<RuleTrace> rules, int leftOut, List<String> ignored) {

  static final int MAX_RULES = Explanation.MAX_RULES;
  static final int MAX_BYTES = 64 << 10;

  public ShownExplanation {
    rules = List.copyOf(rules);
    ignored = List.copyOf(ignored);
  }

  static ShownExplanation of(Explanation explanation) {
    List<RuleTrace> all = explanation.rules();
    var choice = new Choice(all);
    choice.take(/* telling= */ true);
    choice.take(/* telling= */ false);
    List<RuleTrace> rules = choice.chosen();
    return new ShownExplanation(
        explanation.decision(),
        rules,
        explanation.leftOut() + all.size() - rules.size(),
        Stream.concat(explanation.ignored().stream(), explanation.undeclared().stream())
            .map(Object::toString)
            .toList());
  }

  /** Whether it is more than an answer may hold, by what the decision itself brings along. */
  boolean isTooLarge() {
    var size = new AnswerSize().add(decision);
    rules.forEach(size::add);
    ignored.forEach(size::text);
    return size.isTooLarge();
  }

  /** Which rules there is room for. */
  private static final class Choice {

    private final List<RuleTrace> all;
    private final BitSet chosen = new BitSet();
    private int count;
    private long bytes;

    Choice(List<RuleTrace> all) {
      this.all = all;
    }

    /**
     * Takes more, as far as there is room.
     *
     * @param telling those that matched or were in error; else the others
     */
    void take(boolean telling) {
      for (int i = 0; i < all.size() && count < MAX_RULES; i++) {
        RuleTrace trace = all.get(i);
        if ((trace.match() != Match.NOT_MATCHED) == telling && fits(trace)) {
          chosen.set(i);
          count++;
        }
      }
    }

    private boolean fits(RuleTrace trace) {
      long more = new AnswerSize().add(trace).bytes();
      boolean fits = bytes + more <= MAX_BYTES;
      bytes += fits ? more : 0;
      return fits;
    }

    List<RuleTrace> chosen() {
      var rules = new ArrayList<RuleTrace>(count);
      chosen.stream().mapToObj(all::get).forEach(rules::add);
      return rules;
    }
  }
}
