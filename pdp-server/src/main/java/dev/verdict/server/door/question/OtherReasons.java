package dev.verdict.server.door.question;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Reason;
import dev.verdict.server.decision.AnswerSize;
import java.util.List;

/**
 * Which of the other reasons of its decisions an answer tells, at every door: the first ones, as
 * far as there is room. So a decision that thousands of rules agree on makes no long answer. One
 * for each answer; belongs to one thread.
 */
public final class OtherReasons {

  static final int MAX_REASONS = 20;

  private final AnswerSize taken = new AnswerSize();

  /** Those of the next decision of the answer. */
  public List<Reason> of(Decision decision) {
    List<Reason> all = decision.otherReasons();
    int count = 0;
    while (count < all.size() && count < MAX_REASONS) {
      taken.add(all.get(count));
      if (taken.bytes() > AnswerSize.OTHER_REASONS) {
        break;
      }
      count++;
    }
    return all.subList(0, count);
  }
}
